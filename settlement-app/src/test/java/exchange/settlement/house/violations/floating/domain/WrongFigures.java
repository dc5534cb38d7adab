package exchange.settlement.house.violations.floating.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Uses binary fractions in every way. */
final class WrongFigures {

    double wrongField;

    static void wrongParameter(float amount) {}

    static @Nullable Double wrongBoxed() {
        return null;
    }

    static void wrongInside(Map<String, Double> amounts) {}

    static void wrongArray(float[] amounts) {}

    static long wrongCall(String amount) {
        return (long) Double.parseDouble(amount);
    }
}
