package app.tahap.sample;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is usual money in the base currency, and in the one foreign currency that some customers pay in.
 *
 * @param foreign null where we know too little about the base currency to make rates up
 * @param rates what one unit of the foreign currency is worth in the base currency, by the day it is valid from
 */
record SampleMoney(
        String base,
        double unit,
        @Nullable String foreign,
        double foreignUnit,
        NavigableMap<LocalDate, BigDecimal> rates) {

    private static final double DOLLARS = 50;

    /** Roughly what a dollar is worth; enough to make amounts of a believable size. */
    private static final Map<String, Double> PER_DOLLAR = Map.ofEntries(
            Map.entry("IDR", 16_250.0),
            Map.entry("EUR", 0.92),
            Map.entry("GBP", 0.78),
            Map.entry("JPY", 150.0),
            Map.entry("SGD", 1.34),
            Map.entry("MYR", 4.4),
            Map.entry("AUD", 1.52),
            Map.entry("NZD", 1.66),
            Map.entry("CAD", 1.37),
            Map.entry("CHF", 0.88),
            Map.entry("CNY", 7.2),
            Map.entry("INR", 84.0),
            Map.entry("THB", 34.0),
            Map.entry("PHP", 57.0),
            Map.entry("VND", 25_000.0),
            Map.entry("KRW", 1_380.0));

    /** Rates change with every month, by a percent or two. */
    static SampleMoney of(Currency base, LocalDate from, LocalDate until, Random random) {
        String code = base.getCurrencyCode();
        if ("USD".equals(code)) {
            return new SampleMoney(code, DOLLARS, "EUR", DOLLARS, walk(1.08, from, until, random));
        }
        Double perDollar = PER_DOLLAR.get(code);
        return perDollar == null
                ? new SampleMoney(code, DOLLARS, null, DOLLARS, new TreeMap<>())
                : new SampleMoney(
                        code, round(perDollar * DOLLARS), "USD", DOLLARS, walk(perDollar, from, until, random));
    }

    private static NavigableMap<LocalDate, BigDecimal> walk(
            double level, LocalDate from, LocalDate until, Random random) {
        NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>();
        double rate = level;
        for (LocalDate day = from.withDayOfMonth(1); !day.isAfter(until); day = day.plusMonths(1)) {
            rates.put(day, new BigDecimal(rate).round(new MathContext(4, RoundingMode.HALF_EVEN)));
            rate *= 1 + random.nextGaussian() * 0.012;
        }
        return rates;
    }

    /** One significant digit: nobody quotes 812,500. */
    private static double round(double amount) {
        return new BigDecimal(amount).round(new MathContext(1)).doubleValue();
    }

    /** Many small deals and a few large ones. */
    BigDecimal amount(boolean inForeign, Random random) {
        return rounded(unit(inForeign) * Math.exp(4.2 + random.nextGaussian() * 0.9), inForeign);
    }

    BigDecimal rounded(double amount, boolean inForeign) {
        double unit = unit(inForeign);
        return new BigDecimal(unit * Math.max(1, Math.round(amount / unit))).setScale(0, RoundingMode.HALF_EVEN);
    }

    BigDecimal rate(boolean inForeign, LocalDate day) {
        return inForeign ? Objects.requireNonNull(rates.floorEntry(day)).getValue() : BigDecimal.ONE;
    }

    String currency(boolean inForeign) {
        return inForeign ? Objects.requireNonNull(foreign) : base;
    }

    private double unit(boolean inForeign) {
        return inForeign ? foreignUnit : unit;
    }
}
