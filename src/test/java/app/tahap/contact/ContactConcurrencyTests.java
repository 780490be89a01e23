package app.tahap.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.contact.ContactImport.PersonName;
import app.tahap.deal.DealFacts;
import app.tahap.deal.DealService;
import app.tahap.field.FieldValues;
import app.tahap.pipeline.Stage;
import app.tahap.web.RuleException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class ContactConcurrencyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organizations organizations;

    @Autowired
    People people;

    @Autowired
    ContactService contacts;

    @Autowired
    ContactImport imports;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealService deals;

    Stage stage;
    Viewer ani;

    @BeforeEach
    void prepare() {
        stage = fixtures.stages(fixtures.workspace()).get(0);
        ani = fixtures.user("Ani", Role.REP);
    }

    @Test
    void makesOneOrganizationAndOnePersonOfANameForTwoAtOnce() {
        AtomicLong first = new AtomicLong();
        long second = fixtures.meanwhile(() -> first.set(organization("Maju Jaya")), () -> organization("maju jaya"));
        assertThat(second).isEqualTo(first.get());

        long maju = second;
        second = fixtures.meanwhile(() -> first.set(person("Budi", maju)), () -> person("BUDI", maju));
        assertThat(second).isEqualTo(first.get());
    }

    /** Somebody types the name of a contact in the moment in which an import makes it. */
    @Test
    void importsNoContactAgainThatIsBeingMade() {
        AtomicLong typed = new AtomicLong();
        List<String> names = List.of("maju jaya", "Sari Rasa");
        Map<String, Long> imported = fixtures.meanwhile(
                () -> typed.set(organization("Maju Jaya")),
                () -> transactions.execute(status -> {
                    imports.createOrganizations(names);
                    return imports.findOrganizations(names);
                }));
        assertThat(imported).containsEntry("maju jaya", typed.get()).containsKey("Sari Rasa");

        long maju = typed.get();
        PersonName budi = new PersonName("BUDI", maju);
        Map<PersonName, Long> people = fixtures.meanwhile(
                () -> typed.set(person("Budi", maju)),
                () -> transactions.execute(status -> {
                    imports.createPeople(List.of(budi));
                    return imports.findPeople(List.of(budi));
                }));
        assertThat(people).containsOnly(Map.entry(budi, typed.get()));
        assertThat(jdbc.sql("select (select count(*) from organization) + (select count(*) from person)")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void makesOneContactOfAFormThatIsSentTwiceAtOnce() {
        PersonForm budi = new PersonForm("Budi", null, null, null, null, null, UUID.randomUUID(), Set.of("name"));
        OrganizationForm maju = new OrganizationForm("Maju", null, null, null, null, UUID.randomUUID(), Set.of("name"));

        AtomicReference<Optional<Long>> first = new AtomicReference<>(Optional.empty());
        assertThat(fixtures.meanwhile(
                        () -> first.set(contacts.create(budi, FieldValues.NONE)),
                        () -> contacts.create(budi, FieldValues.NONE)))
                .isPresent()
                .isEqualTo(first.get());
        assertThat(fixtures.meanwhile(
                        () -> first.set(contacts.create(maju, FieldValues.NONE)),
                        () -> contacts.create(maju, FieldValues.NONE)))
                .isPresent()
                .isEqualTo(first.get());
    }

    @Test
    void asksWhetherAPersonIsMeantWhoWasAddedAtThisMoment() {
        assertThat(fixtures.meanwhile(
                        () -> contacts.create(form("Budi"), FieldValues.NONE),
                        () -> contacts.create(form("BUDI"), FieldValues.NONE)))
                .isEmpty();
    }

    private static PersonForm form(String name) {
        return new PersonForm(name, null, null, null, null, null, UUID.randomUUID(), null);
    }

    @Test
    void deletesNoContactForWhichADealBeginsAtThisMoment() {
        long maju = organization("Maju Jaya");
        long budi = person("Budi", maju);

        assertThatThrownBy(() -> fixtures.meanwhile(this::deal, () -> {
                    contacts.deleteOrganization(maju);
                    return true;
                }))
                .hasCauseInstanceOf(RuleException.class);
        assertThatThrownBy(() -> fixtures.meanwhile(this::deal, () -> {
                    contacts.deletePerson(budi);
                    return true;
                }))
                .hasCauseInstanceOf(RuleException.class);
    }

    @Test
    void beginsNoDealForAContactThatIsBeingDeleted() {
        long maju = organization("Maju Jaya");
        long budi = person("Budi", maju);

        assertThat(fixtures.meanwhile(() -> contacts.deletePerson(budi), () -> person("Budi", maju)))
                .isNotEqualTo(budi);
        assertThat(fixtures.meanwhile(() -> contacts.deleteOrganization(maju), () -> organization("Maju Jaya")))
                .isNotEqualTo(maju);
    }

    private void deal() {
        long maju = organization("Maju Jaya");
        long budi = person("Budi", maju);
        DealFacts facts = new DealFacts("Laptops", null, "USD", null, ani.id(), maju, budi, null);
        deals.create(facts, stage.id(), null, ani);
    }

    private long organization(String name) {
        return Objects.requireNonNull(organizations.findOrCreate(name));
    }

    private long person(String name, long organization) {
        return Objects.requireNonNull(people.findOrCreate(name, organization));
    }
}
