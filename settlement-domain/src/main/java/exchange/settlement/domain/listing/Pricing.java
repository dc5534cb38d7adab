package exchange.settlement.domain.listing;

import exchange.settlement.domain.Money;

/** How a listing is priced; prices include VAT. */
public sealed interface Pricing {

    /**
     * One price for the whole (一次性).
     *
     * @param price what the buyer pays, VAT included; zero for public welfare
     */
    record OneOff(Money price) implements Pricing {

        public OneOff {
            if (price.isNegative()) {
                throw new IllegalArgumentException("A price is not negative: " + price);
            }
        }
    }
}
