package exchange.settlement.app.openapi;

import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells anybody what the API is. */
@RestController
@RequestMapping("/api/v1/openapi")
class OpenApiController {

    private final OpenApiDocument document;

    OpenApiController() throws IOException {
        // An engine that cannot describe itself does not start.
        this.document = OpenApiDocument.packed();
    }

    /** Declares no media type: beside the other, it then is the one for whoever takes any. */
    @GetMapping
    Map<String, Object> json() {
        return document.tree();
    }

    @GetMapping(produces = MediaType.APPLICATION_YAML_VALUE)
    ResponseEntity<byte[]> yaml() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_YAML).body(document.yaml());
    }
}
