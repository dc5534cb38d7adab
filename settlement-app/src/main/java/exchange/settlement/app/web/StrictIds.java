package exchange.settlement.app.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads ids in paths. Java's own reading takes {@code 1-1-1-1-1} for an id too, and one resource must not have many addresses.
 * An editor and no converter, since Spring tries its own lenient editor after a converter has refused.
 */
@ControllerAdvice
final class StrictIds {

    @InitBinder
    void register(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(@Nullable String text) {
                UUID id = text == null ? null : Shapes.id(text);
                if (id == null) {
                    throw new IllegalArgumentException("Not an id");
                }
                setValue(id);
            }
        });
    }
}
