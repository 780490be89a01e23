package app.tahap.contact;

import app.tahap.contact.ContactViews.PersonView;
import app.tahap.web.Difference;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as people fill it in.
 *
 * @param organization a name; made if there is none of that name
 * @param version of the person that the form was filled from; null for a new one
 * @param key by which a form that is sent twice is known
 * @param sure the fields of which somebody said that no contact is meant which is there already
 */
record PersonForm(
        @NotBlank(message = "{contact.name.required}") @Size(max = 200, message = "{contact.text.long}") @Nullable String name,

        @Nullable @Size(max = 200, message = "{contact.text.long}") String organization,

        @Nullable @Size(max = 100, message = "{contact.text.long}") String jobTitle,

        @Nullable @Email(message = "{account.email.invalid}") @Size(max = 254, message = "{contact.text.long}") String email,

        @Nullable @Pattern(regexp = "[-+0-9 ()./]{0,40}", message = "{contact.phone.invalid}")
        String phone,

        @Nullable Integer version,
        @Nullable UUID key,
        @Nullable Set<String> sure) {

    boolean isSureOf(String field) {
        return sure != null && sure.contains(field);
    }

    static PersonForm at(@Nullable String organization) {
        return new PersonForm(null, organization, null, null, null, null, UUID.randomUUID(), null);
    }

    static PersonForm of(PersonView it) {
        return new PersonForm(
                it.name(), it.organization(), it.jobTitle(), it.email(), it.phone(), it.version(), null, null);
    }

    /** Where another's change made the person unlike what was typed. */
    List<Difference> differencesFrom(PersonForm now) {
        return new Difference.Collector()
                .add("contact.name", now.name, name)
                .add("contact.person.where", now.organization, organization)
                .add("contact.person.job", now.jobTitle, jobTitle)
                .add("contact.person.email", now.email, email)
                .add("contact.phone", now.phone, phone)
                .found();
    }
}
