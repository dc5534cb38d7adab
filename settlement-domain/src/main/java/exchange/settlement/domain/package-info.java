/**
 * What every feature of the settlement domain shares: money, rates, identities, and the contracts of commands, events and
 * rejections. Plain Java: no framework, no clock, no chance.
 */
@NullMarked
package exchange.settlement.domain;

import org.jspecify.annotations.NullMarked;
