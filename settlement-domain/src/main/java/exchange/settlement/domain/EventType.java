package exchange.settlement.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The stable name and revision under which an event is stored for good, whatever becomes of its Java class. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** The name in the log, as {@code feature.what-happened}. */
    String value();

    /** The revision of its fields; raised, with an upcaster, by every change of them. */
    int revision() default 1;
}
