package exchange.settlement.app.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The query parameters that a read takes beside {@code atLeast} and, where it answers with a {@link PageBody}, {@code limit} and
 * {@code cursor}. Any other is refused, so that a mistyped filter never passes for no filter.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface QueryParameters {

    /** Their names. */
    String[] value();
}
