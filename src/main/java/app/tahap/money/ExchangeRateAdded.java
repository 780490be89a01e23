package app.tahap.money;

import app.tahap.account.Viewer;

/**
 * A currency got a rate for a day that had none. Published within the transaction that stores it.
 *
 * @param currency ISO 4217 code
 */
public record ExchangeRateAdded(String currency, Viewer administrator) {}
