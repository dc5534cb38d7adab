package exchange.settlement.app.api;

import exchange.settlement.app.command.StateReader.At;
import exchange.settlement.app.web.Cursor;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.projections.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** How single resources and pages are answered. */
public final class Reads {

    private Reads() {}

    /** A resource as its events tell it now, with its version as the entity tag. */
    public static <S, E extends SettlementEvent> ResponseEntity<Map<String, Object>> one(Resource<S, E> resource, At<S> found) {
        var body = CommandEndpoint.body(resource,
                new CommandEndpoint.Snapshot<>(found.state(), found.version(), found.position()));
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(body);
    }

    /** Where a page begins. */
    public static long after(ReadRequest request) {
        return request.cursor().map(Cursor::position).orElse(0L);
    }

    /** A page with an opaque cursor to the next one. */
    public static <T> PageBody page(Page<T> page, ReadRequest request, Function<T, ?> render) {
        var next = page.nextAfter();
        return new PageBody(page.items().stream().map(render).toList(), next == null ? null : request.cursorAfter(next));
    }

    /** A page of a list that is short enough to be had at once; its cursors count the items. */
    public static <T> PageBody page(List<T> all, ReadRequest request, Function<T, ?> render) {
        int from = (int) Math.min(after(request), all.size());
        int to = Math.min(from + request.limit(), all.size());
        return page(new Page<>(all.subList(from, to), to < all.size() ? (long) to : null), request, render);
    }
}
