/** The journal (账簿): the double-entry postings that every money-moving event stands for. */
@NullMarked
package exchange.settlement.domain.journal;

import org.jspecify.annotations.NullMarked;
