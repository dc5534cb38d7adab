package exchange.settlement.domain.member;

import java.util.regex.Pattern;

/**
 * A unified social credit code (GB 32100-2015): 18 characters that name one organisation in China, the last of which proves
 * that the others were not mistyped.
 *
 * @param value the code, in capitals
 */
public record RegistrationNumber(String value) {

    /** The 31 characters of the standard: no I, O, S, V, Z, which look like others. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{2}[0-9]{6}[" + ALPHABET + "]{10}");
    private static final int BASE = 31;
    private static final int WEIGHT_STEP = 3;

    /** @throws IllegalArgumentException if this is no such code */
    public RegistrationNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a unified social credit code of 18 characters with its check character");
        }
    }

    /** Whether a text has the shape and the check character of a code. */
    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches() && text.charAt(17) == checkCharacter(text);
    }

    private static char checkCharacter(String text) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(text.charAt(i)) * weight;
            weight = weight * WEIGHT_STEP % BASE;
        }
        return ALPHABET.charAt((BASE - sum % BASE) % BASE);
    }
}
