package exchange.settlement.app.api;

import exchange.eventstore.NameBasedUuid;
import exchange.settlement.app.security.Caller;
import exchange.settlement.domain.bank.BankReceiptId;
import exchange.settlement.domain.bank.PaymentEntryId;
import exchange.settlement.domain.filing.TradeFilingId;
import exchange.settlement.domain.listing.CertificateId;
import exchange.settlement.domain.member.MemberId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The ids that the engine derives instead of drawing them: whoever sends the same thing again gets the same id, and what must be
 * unique is one aggregate.
 */
public final class CommandIds {

    private static final UUID NAMESPACE = UUID.fromString("7d0c1b5e-43f0-5f6e-9a55-2f6b8f0d3c11");

    private CommandIds() {}

    /** The id of a client's command: of issuer, client, subject and idempotency key. */
    public static UUID command(Caller caller, String key) {
        return derived("command", caller.issuer(), caller.client().value(), caller.subject(), key);
    }

    /** The id of something that a command creates or names. */
    public static UUID of(UUID command, String what) {
        return NameBasedUuid.uuid5(command, what);
    }

    /** The member with a registration number. */
    public static MemberId member(String registrationNumber) {
        return new MemberId(derived("member", registrationNumber));
    }

    /** The certificate with a code. */
    public static CertificateId certificate(String code) {
        return new CertificateId(derived("certificate", code));
    }

    /** The entry of a supervised account with a reference. */
    public static BankReceiptId receipt(String account, String reference) {
        return new BankReceiptId(derived("receipt", account, reference));
    }

    /** The filed trade of two members, whoever of them sold, with a contract number of theirs, however it is spelt. */
    public static TradeFilingId filing(MemberId provider, MemberId buyer, String contractNumber) {
        var members = Stream.of(provider, buyer).map(member -> member.value().toString()).sorted().toList();
        return new TradeFilingId(derived("trade-filing", members.getFirst(), members.getLast(), plain(contractNumber)));
    }

    /** Width, case, blanks and the kind of hyphen do not make another number. */
    private static String plain(String number) {
        return Normalizer.normalize(number, Normalizer.Form.NFKC).replaceAll("[\\p{Z}\\s]", "").replaceAll("\\p{Pd}", "-")
                .toUpperCase(Locale.ROOT);
    }

    /** The entry by which a supervised account paid: what a receipt with this reference would be, so that it counts once. */
    public static PaymentEntryId payment(String account, String reference) {
        return new PaymentEntryId(receipt(account, reference).value());
    }

    private static UUID derived(String... parts) {
        var name = new StringBuilder();
        for (var part : parts) {
            // Lengths keep ("a", "bc") apart from ("ab", "c").
            name.append(part.length()).append(':').append(part).append('\n');
        }
        return NameBasedUuid.uuid5(NAMESPACE, name.toString());
    }
}
