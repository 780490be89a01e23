package app.tahap.sample;

import app.tahap.contact.Organization;
import app.tahap.contact.OrganizationRepository;
import app.tahap.contact.Person;
import app.tahap.contact.PersonRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The sample company's customers. All their names are made up, and their addresses lead nowhere. */
@Component
class SampleContacts {

    private final OrganizationRepository organizations;
    private final PersonRepository people;

    SampleContacts(OrganizationRepository organizations, PersonRepository people) {
        this.organizations = organizations;
        this.people = people;
    }

    /** Every organisation has somebody to talk to; some have two. */
    List<Customer> create(List<String> jobs, Random random, Instant at) {
        List<String> names = lines("sample/people.txt");
        List<Organization> companies = lines("sample/organizations.txt").stream()
                .map(name -> organization(name, random, at))
                .toList();
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Organization company =
                    i < companies.size() ? companies.get(i) : companies.get(random.nextInt(companies.size()));
            String job = jobs.get(random.nextInt(jobs.size()));
            customers.add(new Customer(company.id(), person(names.get(i), job, company, random, at)));
        }
        return customers;
    }

    private Organization organization(String name, Random random, Instant at) {
        Organization organization = new Organization(name, at);
        organization.describe(name, "https://" + domain(name), phone(random), null);
        return organizations.save(organization);
    }

    private long person(String name, String job, Organization company, Random random, Instant at) {
        Person person = new Person(name, company.id(), at);
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + domain(company.getName());
        person.describe(name, company.id(), job, email, phone(random));
        return people.save(person).id();
    }

    private static String domain(String name) {
        return name.toLowerCase(Locale.ROOT)
                        .replaceFirst("^(pt|cv|rs|koperasi|yayasan|klinik) ", "")
                        .replaceAll("[^a-z]+", "-")
                + ".example";
    }

    private static String phone(Random random) {
        return "+62 21 5550 %04d".formatted(random.nextInt(10_000));
    }

    private static List<String> lines(String file) {
        try {
            return new ClassPathResource(file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Whom a deal is made with. */
    record Customer(long organizationId, long personId) {}
}
