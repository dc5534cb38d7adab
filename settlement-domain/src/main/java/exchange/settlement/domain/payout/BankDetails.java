package exchange.settlement.domain.payout;

import exchange.settlement.domain.TextId;

/**
 * A bank account outside of the exchange.
 *
 * @param bankCode      the bank: its CNAPS number or its BIC
 * @param accountNumber names the number, which is kept in the vault and nowhere else
 * @param lastFour      the last four characters of the number, for people to recognise it by
 * @param accountName   whose account it is, as the bank knows it
 */
public record BankDetails(String bankCode, TextId accountNumber, String lastFour, String accountName) {}
