package app.tahap.contact;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class DuplicatesTests {

    @Autowired
    Duplicates duplicates;

    @Autowired
    OrganizationRepository organizations;

    @Autowired
    PersonRepository people;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Clock clock;

    Organization maju;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        maju = organizations.save(new Organization("PT Maju Jaya, Tbk.", clock.instant()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT Maju Jaya, Tbk.",
                "pt maju jaya",
                "Maju Jaya",
                "MAJU-JAYA",
                "Jaya Maju",
                "CV. Maju Jaya",
                " Maju  Jaya ",
                "Maju Jya",
                "Majuu Jaya"
            })
    void findsTheOrganizationThatANameMayMean(String name) {
        assertThat(duplicates.organizations(name, null))
                .extracting(ContactRow::id)
                .containsExactly(maju.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maju", "Maju Raja", "Mundur Jaya", "PT", "PT. CV", "", " ", "%", "_aju Raja", "..."})
    void leavesOthersAlone(String name) {
        assertThat(duplicates.organizations(name, null)).isEmpty();
    }

    @Test
    void takesNothingForADuplicateOfItself() {
        assertThat(duplicates.organizations("Maju Jaya", maju.id())).isEmpty();
    }

    @Test
    void forgetsWhatWasDeleted() {
        maju.delete(clock.instant());
        organizations.save(maju);

        assertThat(duplicates.organizations("Maju Jaya", null)).isEmpty();
    }

    @Test
    void putsTheVeryNameBeforeMisspellings() {
        organizations.save(new Organization("Maju Jaia", clock.instant()));

        assertThat(duplicates.organizations("Maju Jaya", null))
                .extracting(ContactRow::name)
                .containsExactly("PT Maju Jaya, Tbk.", "Maju Jaia");
    }

    @Test
    void asksNothingWhereJustThatOrganizationIsMeant() {
        organizations.save(new Organization("CV Maju Jaya", clock.instant()));

        assertThat(duplicates.organizationsMeantBy("cv maju jaya")).isEmpty();
        assertThat(duplicates.organizationsMeantBy("Maju Jaya")).hasSize(2);
    }

    @Test
    void findsPeopleByNameAndByEmail() {
        Person budi = person("Budi Santoso", null, "budi@maju.example");
        Person other = person("B. S.", null, "SALES@maju.example");

        assertThat(duplicates.people("Santoso, Budi", null, null))
                .extracting(ContactRow::id)
                .containsExactly(budi.id());
        assertThat(duplicates.people("Budi Santosa", "sales@maju.example ", null))
                .extracting(ContactRow::id)
                .containsExactly(other.id(), budi.id());
        assertThat(duplicates.people("Budi Santoso", "budi@maju.example", budi.id()))
                .isEmpty();
        assertThat(duplicates.people("Citra", "", null)).isEmpty();
    }

    @Test
    void looksForADealsPersonOnlyWhereTheDealIs() {
        Organization lain = organizations.save(new Organization("PT Lain", clock.instant()));
        Person atMaju = person("Budi Santoso", maju.id(), null);
        Person nowhere = person("Budi Santosa", null, null);
        person("Budi Santos", lain.id(), null);

        assertThat(duplicates.peopleMeantBy("Budi Santosoo", "pt maju jaya, tbk."))
                .extracting(ContactRow::id)
                .containsExactlyInAnyOrder(atMaju.id(), nowhere.id());
        assertThat(duplicates.peopleMeantBy("Budi Santosoo", null)).hasSize(3);
        assertThat(duplicates.peopleMeantBy("budi santoso", "PT Maju Jaya, Tbk."))
                .isEmpty();
    }

    private Person person(String name, @Nullable Long organizationId, @Nullable String email) {
        Person person = new Person(name, organizationId, clock.instant());
        person.describe(name, organizationId, null, email, null);
        return people.save(person);
    }
}
