package exchange.settlement.app.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * Where a list goes on. Opaque to clients, so that what it is made of may change. It counts for the list and the filters that it
 * was handed out for: with others, it would skip items without a word. It grants nothing: a page is cut for whoever asks, so a
 * cursor of somebody else shows no more than its holder may see anyway.
 *
 * @param position the position after which the next page begins, not negative
 */
public record Cursor(long position) {

    private static final byte VERSION = 2;
    private static final int LENGTH = 1 + Long.BYTES + Integer.BYTES;

    public Cursor {
        if (position < 0) {
            throw new IllegalArgumentException("A cursor's position is not negative");
        }
    }

    /**
     * The cursor as text that needs no escaping in an address.
     *
     * @param list the list with its filters
     */
    public String encode(String list) {
        var bytes = ByteBuffer.allocate(LENGTH).put(VERSION).putLong(position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.putInt(checksum(bytes.array(), list)).array());
    }

    /**
     * Reads what {@link #encode(String)} wrote.
     *
     * @throws InvalidRequest if it was not written by this engine for this list, or by a version too old or too new
     */
    public static Cursor decode(String text, String list) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            var fields = ByteBuffer.wrap(bytes);
            if (bytes.length == LENGTH && fields.get() == VERSION
                    && fields.getInt(LENGTH - Integer.BYTES) == checksum(bytes, list)) {
                var cursor = new Cursor(fields.getLong());
                // Base64 has several spellings of one value; only the one handed out is taken back.
                if (cursor.encode(list).equals(text)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException foreign) {
            // Falls through to the refusal.
        }
        throw new InvalidRequest("query:cursor", "must be a nextCursor of this list with the same filters, unchanged");
    }

    private static int checksum(byte[] bytes, String list) {
        var crc = new CRC32C();
        crc.update(bytes, 0, LENGTH - Integer.BYTES);
        crc.update(list.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
