package exchange.settlement.app.web;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * Where a list goes on. Opaque to clients, so that what it is made of may change. It grants nothing: a page is cut for whoever
 * asks, so a cursor from elsewhere shows no more than its holder may see anyway.
 *
 * @param position the position after which the next page begins, not negative
 */
public record Cursor(long position) {

    private static final byte VERSION = 1;
    private static final int LENGTH = 1 + Long.BYTES + Integer.BYTES;

    public Cursor {
        if (position < 0) {
            throw new IllegalArgumentException("A cursor's position is not negative");
        }
    }

    /** The cursor as text that needs no escaping in an address. */
    public String encode() {
        var bytes = ByteBuffer.allocate(LENGTH).put(VERSION).putLong(position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.putInt(checksum(bytes.array())).array());
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @throws InvalidRequest if it was not written by this engine, or by a version too old or too new
     */
    public static Cursor decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            var fields = ByteBuffer.wrap(bytes);
            if (bytes.length == LENGTH && fields.get() == VERSION && fields.getInt(LENGTH - Integer.BYTES) == checksum(bytes)) {
                var cursor = new Cursor(fields.getLong());
                // Base64 has several spellings of one value; only the one handed out is taken back.
                if (cursor.encode().equals(text)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException foreign) {
            // Falls through to the refusal.
        }
        throw new InvalidRequest("query:cursor", "must be a nextCursor of this list, unchanged");
    }

    private static int checksum(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes, 0, LENGTH - Integer.BYTES);
        return (int) crc.getValue();
    }
}
