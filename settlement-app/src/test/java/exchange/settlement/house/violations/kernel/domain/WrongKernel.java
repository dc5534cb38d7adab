package exchange.settlement.house.violations.kernel.domain;

import exchange.settlement.house.violations.kernel.domain.feature.Right;

/** What all features share rests on none. */
interface WrongKernel {

    Right uses();
}
