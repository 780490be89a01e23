package app.tahap.exchange;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.field.FieldFixtures;
import app.tahap.field.FieldType;
import app.tahap.field.FieldValue;
import app.tahap.field.FieldValues;
import app.tahap.field.RecordKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Organisations and people come by files of their own. */
class RecordContactTests extends RecordScene {

    @Autowired
    RecordService records;

    @ParameterizedTest
    @CsvSource({"en, id", "id, en"})
    void bringsOrganizationsBackWithTheirFields(String exported, String imported) {
        organization("=1+1; \"a\", b", "https://a.example/?b=c", "+62 (21) 5", "Jl. Merdeka 1;\nJakarta", "{}");
        organization("Plain", null, null, null, fields(RecordKind.ORGANIZATION));

        comesBack("organizations", "/organizations.csv", "organization", exported, imported);
    }

    @ParameterizedTest
    @CsvSource({"en, id", "id, en"})
    void bringsPeopleBackWithTheirFields(String exported, String imported) {
        person("Siti", fixtures.organization("Maju"), "CEO", "siti@maju.example", "+62 21", fields(RecordKind.PERSON));
        person("Siti", fixtures.organization("=Other; \"b\""), null, null, null, "{}");
        person("+Budi", null, "Buyer, \"really\"", null, "0812-345", "{}");

        comesBack("people", "/people.csv", "person", exported, imported);
    }

    private String fields(RecordKind kind) {
        long several = FieldFixtures.field(jdbc, kind, FieldType.CHOICES, "Several", "One; two", "Three");
        FieldValues values = FieldValues.NONE
                .with(FieldFixtures.field(jdbc, kind, FieldType.TEXT, "Text"), new FieldValue.Text("a;\n\"b\""))
                .with(
                        FieldFixtures.field(jdbc, kind, FieldType.NUMBER, "Number"),
                        new FieldValue.Numeric(new BigDecimal("-1234.5")))
                .with(
                        FieldFixtures.field(jdbc, kind, FieldType.MONEY, "Money"),
                        new FieldValue.Amount(new BigDecimal("1000.25"), "EUR"))
                .with(FieldFixtures.field(jdbc, kind, FieldType.DATE, "Date"), FieldValue.of(LocalDate.of(2026, 5, 3)))
                .with(FieldFixtures.field(jdbc, kind, FieldType.USER, "User"), FieldValue.of(ani.id()))
                .with(
                        several,
                        new FieldValue.Several(List.of(
                                FieldFixtures.choice(jdbc, several, "One; two"),
                                FieldFixtures.choice(jdbc, several, "Three"))));
        return values.toJson();
    }

    @Test
    void completesWhatIsThereAndChangesNothingThatIsFilledIn() {
        long size = FieldFixtures.field(jdbc, RecordKind.ORGANIZATION, FieldType.NUMBER, "Size");
        long kept = FieldFixtures.field(jdbc, RecordKind.ORGANIZATION, FieldType.TEXT, "Kept");
        String before = FieldValues.NONE.with(kept, new FieldValue.Text("mine")).toJson();
        long maju = organization("Maju", null, "+62 1", null, before);
        String file = """
                Name,Website,Phone,Address,Size,Kept
                maju,https://maju.example,+62 2,,12,theirs
                Maju,,,Jakarta,,
                New,,,,,
                """;
        long id = check("organizations", file, admin);
        assertThat(page(id, admin))
                .contains("One that is here already gets what the file knows beyond that.", "Import all 2")
                .contains("nothing changes that is filled in");
        assertThat(counts(id, admin)).isEqualTo("1 new, 1 there, 0 refused");

        run(id, admin);

        assertThat(jdbc.sql("select concat_ws('|', website, phone, address, version) from organization where id = :id")
                        .param("id", maju)
                        .query(String.class)
                        .single())
                .isEqualTo("https://maju.example|+62 1|1");
        String after = jdbc.sql("select fields::text from organization where id = :id")
                .param("id", maju)
                .query(String.class)
                .single();
        assertThat(FieldValues.ofJson(after))
                .isEqualTo(FieldValues.ofJson(before).with(size, new FieldValue.Numeric(BigDecimal.valueOf(12))));
        assertThat(bringIn("organizations", file, admin)).as("the address, now").isEqualTo("0 new, 2 there, 0 refused");
        assertThat(bringIn("organizations", file, admin)).isEqualTo("0 new, 3 there, 0 refused");
    }

    @Test
    void tellsPeopleApartByTheirOrganizations() {
        long maju = fixtures.organization("Maju");
        long free = person("Siti", null, null, null, null, "{}");
        long there = person("Budi", maju, null, null, null, "{}");
        String file = """
                Name,Organisation,E-mail
                siti,MAJU,siti@maju.example
                Siti,Mundur,siti@mundur.example
                Siti,mundur,
                Budi,,budi@maju.example
                Budi,Mundur,
                Tono,,
                Tono,Baru,
                """;
        long id = check("people", file, admin);
        assertThat(page(id, admin)).contains("One organisation that is not here yet comes with them.");

        run(id, admin);

        assertThat(counts(id, admin)).isEqualTo("3 new, 2 there, 0 refused");
        assertThat(jdbc.sql("""
                        select concat_ws('|', p.name, o.name, p.email) from person p
                          left join organization o on o.id = p.organization_id order by p.id
                        """).query(String.class).list())
                .containsExactly(
                        "Siti|Maju|siti@maju.example",
                        "Budi|Maju|budi@maju.example",
                        "Siti|Mundur|siti@mundur.example",
                        "Budi|Mundur",
                        "Tono");
        assertThat(List.of(free, there)).doesNotHaveDuplicates();
    }

    @Test
    void tellsThoseWhoAreCalledAlikeApartByTheirIds() {
        organization("Maju", null, null, null, "{}");
        long second = organization("Maju", null, null, null, "{}");
        String file = "ID,Name,Phone\n%d,Maju,+62 2\n".formatted(second);

        assertThat(bringIn("organizations", file, admin)).isEqualTo("0 new, 0 there, 0 refused");

        assertThat(jdbc.sql("select id from organization where phone = '+62 2'")
                        .query(Long.class)
                        .list())
                .containsExactly(second);
    }

    @Test
    void refusesWhatTheFormsWouldRefuse() {
        FieldFixtures.field(jdbc, RecordKind.PERSON, FieldType.NUMBER, "Shoe size");
        String people = "Name,Organisation,Job title,E-mail,Phone,Shoe size\n"
                + ",Maju,,,,\n"
                + "A,%s,%s,,,\n".formatted("m".repeat(201), "j".repeat(101))
                + "B,,,nobody,call me,many\n"
                + "Good,,,good@example.com,+62 1,42\n";

        long id = check("people", people, admin);

        assertThat(counts(id, admin)).isEqualTo("1 new, 0 there, 3 refused");
        assertThat(get("/imports/" + id + "/refused.csv", admin))
                .containsPattern("\n2,[^\n]*“Name” is missing")
                .containsPattern(
                        "\n3,[^\n]*has 201 characters; 200 are possible[^\n]*has 101 characters; 100 are possible")
                .containsPattern("\n4,[^\n]*write an e-mail address like[^\n]*Only digits, spaces")
                .containsPattern("\n4,[^\n]*“many” is nothing that “Shoe size” can hold");
        long organizations = check("organizations", "Name,Website\nMaju,javascript:alert(1)\n", speaking("id", admin));
        assertThat(page(organizations, speaking("id", admin))).contains("Tulis alamat lengkap");
    }

    @Test
    void takesBackWhatNobodyChangedOrUsed() {
        String file = """
                Name,Organisation
                Used,Maju
                Changed,Mundur
                Left,Baru
                """;
        long id = check("people", file, admin);
        run(id, admin);
        jdbc.sql("update deal set person_id = (select id from person where name = 'Used') where id = :id")
                .param("id", laptops)
                .update();
        jdbc.sql("update person set version = 1 where name = 'Changed'").update();
        assertThat(get("/imports/records/" + id + "/taking-back", admin))
                .contains("One will be deleted.", "2 people stay", "you can import the file again")
                .doesNotContain("The history of each deal");

        assertThat(mvc.post()
                        .uri("/imports/records/{id}/taking-back", id)
                        .with(as(admin))
                        .with(csrf()))
                .hasStatus3xxRedirection();

        assertThat(names("person")).containsExactly("Changed", "Used");
        assertThat(names("organization")).as("those of people who stay").containsExactly("Maju", "Mundur");
        assertThat(page(id, admin)).contains("This import was taken back", "2 people stay");
        assertThat(bringIn("people", file, admin)).isEqualTo("1 new, 2 there, 0 refused");
    }

    @Test
    void makesNoOrganizationTwiceThatSomebodyAddsMeanwhile() {
        long id = check("people", "Name,Organisation\nSiti,Maju\n", admin);
        int version = jdbc.sql("select version from deal_import where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();

        MvcTestResult added = fixtures.meanwhile(() -> records.run(id, version, admin), () -> mvc.post()
                .uri("/organizations")
                .param("name", "maju")
                .with(as(ani))
                .with(csrf())
                .exchange());

        assertThat(added).hasStatus(422).bodyText().contains("Maju");
        assertThat(names("organization")).containsExactly("Maju");
    }

    @Test
    void takesInAsManyAsAFileMayHold() {
        StringBuilder file = new StringBuilder("Name,Organisation,E-mail\n");
        for (int i = 0; i < RecordService.MOST_ROWS; i++) {
            file.append("Person %1$d,Organisation %1$d,p%1$d@example.com\n".formatted(i));
        }

        assertThat(bringIn("people", file.toString(), admin)).isEqualTo("20000 new, 0 there, 0 refused");

        assertThat(count("organization")).isEqualTo(20_000);
        assertThat(bringIn("people", file.toString(), admin)).isEqualTo("0 new, 20000 there, 0 refused");
    }

    @Test
    void offersTheFileOnTheListsToThoseWhoMayImport() {
        assertThat(get("/people", admin)).contains("/imports/records/new?kind=people");
        assertThat(get("/organizations", admin)).contains("/imports/records/new?kind=organizations");
        assertThat(get("/people", ani)).doesNotContain("/imports/records");
        assertThat(get("/imports/records/new?kind=people", admin))
                .containsPattern("value=\"people\"[^>]*checked")
                .contains("/people.csv");
    }

    private List<String> names(String table) {
        return jdbc.sql("select name from %s where deleted_at is null order by name".formatted(table))
                .query(String.class)
                .list();
    }

    private long organization(
            String name, @Nullable String website, @Nullable String phone, @Nullable String address, String fields) {
        return jdbc.sql("""
                        insert into organization (name, website, phone, address, fields, created_at)
                        values (:name, :website, :phone, :address, :fields::jsonb, now()) returning id
                        """)
                .param("name", name)
                .param("website", website)
                .param("phone", phone)
                .param("address", address)
                .param("fields", fields)
                .query(Long.class)
                .single();
    }

    private long person(
            String name,
            @Nullable Long organization,
            @Nullable String title,
            @Nullable String email,
            @Nullable String phone,
            String fields) {
        return jdbc.sql("""
                        insert into person (name, organization_id, job_title, email, phone, fields, created_at)
                        values (:name, :organization::bigint, :title, :email, :phone, :fields::jsonb, now()) returning id
                        """)
                .param("name", name)
                .param("organization", organization)
                .param("title", title)
                .param("email", email)
                .param("phone", phone)
                .param("fields", fields)
                .query(Long.class)
                .single();
    }
}
