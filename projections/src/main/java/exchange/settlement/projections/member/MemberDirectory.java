package exchange.settlement.projections.member;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.member.MemberEvent;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.projections.Conditions;
import exchange.settlement.projections.Page;
import exchange.settlement.projections.Projection;
import exchange.settlement.projections.StateProjection;
import exchange.settlement.projections.StateQueries;
import exchange.settlement.projections.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** Members by id, status, role, registration number, and by the clients they mandated. */
public final class MemberDirectory {

    private static final StateProjection.Directory<MemberState> TABLE = new StateProjection.Directory<>("member_directory",
            MemberState.class, List.of("id uuid", "status text", "registration_number text", "legal_name text"),
            member -> new Object[]{member.id().value(), member.status(), member.registrationNumber(), member.legalName()});

    private final StateQueries<MemberState> members;
    private final JsonMapper mapper;

    /**
     * Which members to list; what is null does not matter.
     *
     * @param status             where they stand
     * @param role               one of their roles
     * @param mandated           a client that they all have mandated for something
     * @param registrationNumber the exact number
     */
    public record Filter(MemberState.@Nullable Status status, @Nullable MemberRole role, @Nullable ClientId mandated,
            @Nullable String registrationNumber) {

        /** All members. */
        public static final Filter ALL = new Filter(null, null, null, null);
    }

    /** Queries. */
    public MemberDirectory(JdbcOperations db, JsonMapper mapper) {
        this.members = new StateQueries<>(TABLE, db, mapper);
        this.mapper = mapper;
    }

    /** What keeps the directory. */
    public static Projection projection(JsonMapper mapper) {
        return new StateProjection<>("members", TABLE, MemberEvent.class, MemberState::after, mapper);
    }

    /** A member. */
    public Optional<Versioned<MemberState>> find(MemberId id) {
        return members.find(id.stream());
    }

    /** Members in the order in which they applied, after a created position. */
    public Page<Versioned<MemberState>> page(Filter filter, long after, int limit) {
        var conditions = new Conditions().and("status = ?", name(filter.status))
                .and("state -> 'roles' @> ?::jsonb", filter.role == null ? null : json(List.of(filter.role)))
                .and("state -> 'mandates' @> ?::jsonb", filter.mandated == null ? null : mandates(filter.mandated))
                .and("registration_number = ?", filter.registrationNumber);
        return members.page(conditions, after, limit);
    }

    private String mandates(ClientId client) {
        return json(List.of(Map.of("client", client)));
    }

    private String json(Object value) {
        return mapper.writeValueAsString(value);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
