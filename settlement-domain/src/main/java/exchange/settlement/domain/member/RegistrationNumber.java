package exchange.settlement.domain.member;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A unified social credit code (GB 32100-2015 with its first amendment): 18 characters that name one organisation in China. The
 * first two say which authority registered it and as what, the next six where, nine name the organisation, and the last proves
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

    /** What each registering authority (登记管理部门) registers (机构类别). */
    private static final Map<Character, String> CATEGORIES = Map.ofEntries(
            Map.entry('1', "1239"), // 机构编制
            Map.entry('2', "19"), // 外交
            Map.entry('3', "123459"), // 司法行政
            Map.entry('4', "19"), // 文化
            Map.entry('5', "1239"), // 民政
            Map.entry('6', "129"), // 旅游
            Map.entry('7', "129"), // 宗教
            Map.entry('8', "19"), // 工会
            Map.entry('9', "123"), // 工商
            Map.entry('A', "19"), // 中央军委改革和编制办公室
            Map.entry('N', "1239"), // 农业
            Map.entry('Y', "1")); // 其他

    /** Provinces (GB/T 2260), and 10 for what the state registers itself. Counties change too often to be listed. */
    private static final Set<String> PROVINCES = Set.of("10", "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33",
            "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
            "65", "71", "81", "82");

    /** @throws IllegalArgumentException if this is no such code */
    public RegistrationNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a unified social credit code of 18 characters with its check character");
        }
    }

    /** Whether a text has the shape of a code, begins as the standard knows codes to begin, and has the right check character. */
    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches()
                && CATEGORIES.getOrDefault(text.charAt(0), "").indexOf(text.charAt(1)) >= 0
                && PROVINCES.contains(text.substring(2, 4))
                && text.charAt(17) == checkCharacter(text);
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
