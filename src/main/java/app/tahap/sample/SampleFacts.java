package app.tahap.sample;

import static app.tahap.sample.SampleCompany.pick;
import static app.tahap.sample.SampleCompany.pickUneven;

import app.tahap.deal.DealFacts;
import app.tahap.sample.SampleContacts.Customer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.IntStream;

/** What is said about a sample deal, at first and later. */
record SampleFacts(SampleCompany company, boolean inForeign, Random random) {

    private static final double FOREIGN = 0.07;

    static SampleFacts draw(SampleCompany company, Random random) {
        boolean inForeign = company.money().foreign() != null && random.nextDouble() < FOREIGN;
        return new SampleFacts(company, inForeign, random);
    }

    DealFacts first(LocalDate day, long ownerId) {
        Customer customer = pickUneven(company.customers(), random);
        double usualDays = IntStream.rangeClosed(0, company.lastPlace())
                .mapToDouble(company::usualDays)
                .sum();
        LocalDate expected = day.plusDays(Math.round(usualDays * (0.8 + random.nextDouble())));
        return new DealFacts(
                pick(company.words().deals(), random),
                chance(0.12) ? null : company.money().amount(inForeign, random),
                company.money().currency(inForeign),
                chance(0.1) ? null : expected,
                ownerId,
                customer.organizationId(),
                customer.personId(),
                pickUneven(company.sources(), random));
    }

    /** Offers change the amount, and closing dates slip. */
    DealFacts later(DealFacts facts) {
        BigDecimal amount = facts.amount();
        if (amount == null) {
            amount = company.money().amount(inForeign, random);
        } else if (chance(0.5)) {
            amount = company.money().rounded(amount.doubleValue() * (0.75 + random.nextDouble() * 0.4), inForeign);
        }
        LocalDate close =
                facts.expectedClose() == null ? null : facts.expectedClose().plusDays(random.nextInt(28));
        return facts.worth(amount, facts.currency()).expectedOn(close);
    }

    BigDecimal rate(LocalDate day) {
        return company.money().rate(inForeign, day);
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
