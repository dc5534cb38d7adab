/** The rules of the house as tests: what may know what, what code may not do, and how it is written. */
@NullMarked
package exchange.settlement.house;

import org.jspecify.annotations.NullMarked;
