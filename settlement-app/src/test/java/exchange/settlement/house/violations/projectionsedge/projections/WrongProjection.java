package exchange.settlement.house.violations.projectionsedge.projections;

import exchange.eventstore.CommandTrace;

/** Projections know no event store. */
interface WrongProjection {

    CommandTrace uses();
}
