package exchange.settlement.app.web;

import exchange.settlement.app.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers their {@link Caller}, {@link CommandRequest} or {@link ReadRequest}. */
final class RequestArguments implements HandlerMethodArgumentResolver {

    private static final int BODY_BYTES_MAX = 1 << 20;
    /** What only lists take, which are the reads that answer with a page. */
    private static final Set<String> PAGING = Set.of("limit", "cursor");
    /** What may differ from page to page. */
    private static final Set<String> NO_FILTERS = Set.of("limit", "cursor", "atLeast");
    private static final Set<Class<?>> TYPES = Set.of(Caller.class, CommandRequest.class, ReadRequest.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) throws IOException {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Class<?> type = parameter.getParameterType();
        if (type == CommandRequest.class) {
            return command(request);
        }
        return type == ReadRequest.class ? read(request, parameter) : caller();
    }

    private static CommandRequest command(HttpServletRequest request) throws IOException {
        byte[] body = BodyReader.read(request, BODY_BYTES_MAX);
        CommandHeaders headers = CommandHeaders.of(request);
        Map<String, String> query = Query.parse(request.getQueryString(), Set.of("dryRun"));
        boolean dryRun = switch (query.getOrDefault("dryRun", "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidRequest("query:dryRun", "must be true or false");
        };
        return new CommandRequest(caller(), request.getMethod(), request.getRequestURI(), headers, body, dryRun);
    }

    private static ReadRequest read(HttpServletRequest request, MethodParameter parameter) {
        var allowed = new HashSet<>(Set.of("atLeast"));
        if (PageBody.class.equals(Objects.requireNonNull(parameter.getMethod()).getReturnType())) {
            allowed.addAll(PAGING);
        }
        QueryParameters annotation = parameter.getMethodAnnotation(QueryParameters.class);
        Set<String> declared = annotation == null ? Set.of() : Set.of(annotation.value());
        allowed.addAll(declared);
        Map<String, String> query = Query.parse(request.getQueryString(), allowed);
        var filters = new TreeMap<>(query);
        filters.keySet().removeAll(NO_FILTERS);
        var read = new ReadRequest(caller(), request.getRequestURI() + filters, Fields.query(query));
        if (PAGING.containsAll(declared)) {
            // The controller has nothing of its own to read.
            read.query().verify();
        }
        return read;
    }

    private static Caller caller() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("An open route asks for its caller");
    }
}
