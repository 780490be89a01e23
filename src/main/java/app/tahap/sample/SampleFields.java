package app.tahap.sample;

import static app.tahap.sample.SampleCompany.pickUneven;

import app.tahap.field.FieldType;
import app.tahap.field.FieldValue;
import app.tahap.field.FieldValue.Amount;
import app.tahap.field.FieldValue.Several;
import app.tahap.field.FieldValues;
import app.tahap.field.RecordKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the sample company wants to know beside what Tahap asks for, and most of the answers. */
@Component
class SampleFields {

    /** Of its own, so that the deals are the same with fields as without. */
    private static final long SEED = 400;

    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    SampleFields(MessageSource messages, JdbcClient jdbc, JdbcTemplate batch) {
        this.messages = messages;
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void create(Locale language) {
        Random random = new Random(SEED);
        deals(language, random);
        Field industry = field(RecordKind.ORGANIZATION, FieldType.CHOICE, "industry", 1, language);
        fill(
                "organization",
                values(
                        "organization",
                        row -> FieldValues.NONE.with(
                                industry.id(),
                                random.nextDouble() < 0.9
                                        ? FieldValue.of(pickUneven(industry.choices(), random))
                                        : null)));
    }

    private void deals(Locale language, Random random) {
        Field customer = field(RecordKind.DEAL, FieldType.CHOICE, "customer", 1, language);
        Field services = field(RecordKind.DEAL, FieldType.CHOICES, "services", 2, language);
        Field upkeep = field(RecordKind.DEAL, FieldType.MONEY, "upkeep", 3, language);
        Field delivery = field(RecordKind.DEAL, FieldType.DATE, "delivery", 4, language);
        fill("deal", values("deal", row -> FieldValues.NONE
                .with(customer.id(), FieldValue.of(pickUneven(customer.choices(), random)))
                .with(services.id(), some(services.choices(), random))
                .with(upkeep.id(), upkeep(row, random))
                .with(
                        delivery.id(),
                        random.nextDouble() < 0.6
                                ? FieldValue.of(row.created().plusDays(30 + random.nextInt(150)))
                                : null)));
    }

    private static @Nullable FieldValue some(List<Long> choices, Random random) {
        List<Long> some =
                choices.stream().filter(choice -> random.nextDouble() < 0.4).toList();
        return some.isEmpty() ? null : new Several(some);
    }

    /** Some percent of what the deal is worth a year. */
    private static @Nullable FieldValue upkeep(Row row, Random random) {
        double share = 0.05 + random.nextDouble() * 0.1;
        BigDecimal amount = row.amount();
        return amount == null || random.nextDouble() < 0.4
                ? null
                : new Amount(amount.multiply(BigDecimal.valueOf(share)).round(new MathContext(2)), row.currency());
    }

    /** @param text the end of the key of its name and, separated by |, its choices */
    private Field field(RecordKind kind, FieldType type, String text, int position, Locale language) {
        List<String> words = List.of(
                messages.getMessage("sample.field." + text, null, language).split("\\|"));
        long id = jdbc.sql("""
                        insert into custom_field (kind, type, name, position) values (:kind, :type, :name, :position)
                        returning id
                        """)
                .param("kind", kind.name())
                .param("type", type.name())
                .param("name", words.get(0))
                .param("position", position)
                .query(Long.class)
                .single();
        List<Long> choices = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            choices.add(jdbc.sql("""
                            insert into custom_field_choice (field_id, label, position) values (:field, :label, :position)
                            returning id
                            """)
                    .param("field", id)
                    .param("label", words.get(i))
                    .param("position", i)
                    .query(Long.class)
                    .single());
        }
        return new Field(id, choices);
    }

    private interface Answers {
        FieldValues of(Row row);
    }

    private List<Object[]> values(String table, Answers answers) {
        String facts = table.equals("deal") ? "amount, currency" : "null::numeric as amount, '' as currency";
        return jdbc
                .sql("select id, created_at::date as created, %s from %s order by id".formatted(facts, table))
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new Object[] {answers.of(row).toJson(), row.id()})
                .toList();
    }

    private void fill(String table, List<Object[]> values) {
        batch.batchUpdate("update " + table + " set fields = ?::jsonb where id = ?", values);
    }

    private record Field(long id, List<Long> choices) {}

    private record Row(long id, LocalDate created, @Nullable BigDecimal amount, String currency) {}
}
