package exchange.settlement.app.web;

/** Which texts people may write: visible ones, that mean the same wherever they are shown. */
final class Texts {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Texts() {}

    /**
     * Whether a text has something to see and holds nothing that hides or misleads: control characters, line breaks, unpaired
     * surrogates, and the invisible characters with which one name can be made to look like another, such as soft hyphens,
     * zero-width spaces and marks that reverse the reading direction. The two joiners are let through, which some scripts need.
     */
    static boolean isPlain(String text) {
        return text.codePoints().anyMatch(Texts::isVisible) && text.codePoints().allMatch(Texts::isHarmless);
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
            default -> (c & 0xFFFE) != 0xFFFE;
        };
    }

    /** Marks only change what stands before them; fillers are letters and symbols by category, and blank all the same. */
    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                false;
            default -> switch (c) {
                case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> false;
                default -> true;
            };
        };
    }
}
