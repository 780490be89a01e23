package app.tahap.sample;

import app.tahap.contact.Organization;
import app.tahap.contact.OrganizationRepository;
import app.tahap.contact.Person;
import app.tahap.contact.PersonRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.springframework.stereotype.Component;

/** The sample company's customers. */
@Component
class SampleContacts {

    private static final List<String> FORMS = List.of("PT %s", "PT %s Indonesia", "CV %s", "%s Group", "%s Ltd");
    private static final List<String> NAMES = List.of(
            "Sinar Abadi",
            "Nusantara Jaya",
            "Bumi Lestari",
            "Cahaya Timur",
            "Samudra Biru",
            "Karya Mandiri",
            "Mitra Sejahtera",
            "Garuda Teknik",
            "Anugerah Prima",
            "Delta Pangan",
            "Surya Medika",
            "Tirta Kencana",
            "Rimba Raya",
            "Borneo Energi",
            "Sulawesi Agro",
            "Harbour Foods",
            "Northwind Textiles",
            "Blue Orchid Hotels",
            "Pacific Cold Chain",
            "Merapi Coffee",
            "Andalas Logistik",
            "Citra Properti");
    private static final List<String> FIRST = List.of(
            "Agus", "Bayu", "Cahyo", "Dian", "Endang", "Farhan", "Galuh", "Hani", "Indra", "Joko", "Kartika", "Laras",
            "Made", "Nadia", "Oki", "Putri", "Rina", "Satria", "Tari", "Wayan", "Yusuf", "Zahra", "Emma", "Liam");
    private static final List<String> LAST = List.of(
            "Wijaya",
            "Siregar",
            "Hidayat",
            "Nugroho",
            "Saputra",
            "Halim",
            "Wibowo",
            "Maharani",
            "Putra",
            "Tan",
            "Simanjuntak",
            "Hartono",
            "Sutanto",
            "Irawan",
            "Collins",
            "Rahman");
    private static final List<String> TITLES =
            List.of("Purchasing manager", "Director", "Head of IT", "Operations manager", "Finance manager");

    private final OrganizationRepository organizations;
    private final PersonRepository people;

    SampleContacts(OrganizationRepository organizations, PersonRepository people) {
        this.organizations = organizations;
        this.people = people;
    }

    List<Customer> create(Random random, Instant at) {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String core = NAMES.get(i % NAMES.size());
            String form = FORMS.get((i / NAMES.size() + i) % FORMS.size());
            Organization organization = organizations.save(new Organization(form.formatted(core), at));
            int contacts = 1 + random.nextInt(2);
            for (int c = 0; c < contacts; c++) {
                customers.add(new Customer(organization.id(), person(random, organization, core, at)));
            }
        }
        return customers;
    }

    private long person(Random random, Organization organization, String core, Instant at) {
        String first = FIRST.get(random.nextInt(FIRST.size()));
        String last = LAST.get(random.nextInt(LAST.size()));
        Person person = new Person(first + " " + last, organization.id(), at);
        String email =
                "%s.%s@%s.example".formatted(first, last, core.replace(" ", "")).toLowerCase(Locale.ROOT);
        String phone = "+62 811 %04d %04d".formatted(random.nextInt(10_000), random.nextInt(10_000));
        person.describe(person.getName(), organization.id(), TITLES.get(random.nextInt(TITLES.size())), email, phone);
        return people.save(person).id();
    }

    /** Whom a deal is made with. */
    record Customer(long organizationId, long personId) {}
}
