package exchange.settlement.app.web;

/** Which texts people may write: visible ones, that mean the same wherever they are shown. */
final class Texts {

    private Texts() {}

    /**
     * Whether a text holds none of: control characters, line breaks, unpaired surrogates, and marks that reverse the reading
     * direction, with which one name can be made to look like another.
     */
    static boolean isPlain(String text) {
        return text.codePoints().allMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isReversal(c) && (c & 0xFFFE) != 0xFFFE;
        });
    }

    private static boolean isReversal(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
