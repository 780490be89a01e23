package app.tahap.contact;

import app.tahap.contact.ContactViews.OrganizationView;
import app.tahap.web.Difference;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as people fill it in.
 *
 * @param version of the organisation that the form was filled from; null for a new one
 * @param key by which a form that is sent twice is known
 * @param sure the fields of which somebody said that no contact is meant which is there already
 */
record OrganizationForm(
        @NotBlank(message = "{contact.name.required}") @Size(max = 200, message = "{contact.text.long}") @Nullable String name,

        @Nullable @Size(max = 300, message = "{contact.text.long}") @Pattern(regexp = "|https?://\\S+", message = "{contact.website.invalid}") String website,

        @Nullable @Pattern(regexp = "[-+0-9 ()./]{0,40}", message = "{contact.phone.invalid}")
        String phone,

        @Nullable @Size(max = 500, message = "{contact.text.long}") String address,

        @Nullable Integer version,
        @Nullable UUID key,
        @Nullable Set<String> sure) {

    boolean isSureOf(String field) {
        return sure != null && sure.contains(field);
    }

    static OrganizationForm empty() {
        return new OrganizationForm(null, null, null, null, null, UUID.randomUUID(), null);
    }

    static OrganizationForm of(OrganizationView it) {
        return new OrganizationForm(it.name(), it.website(), it.phone(), it.address(), it.version(), null, null);
    }

    /** Where another's change made the organisation unlike what was typed. */
    List<Difference> differencesFrom(OrganizationForm now) {
        return new Difference.Collector()
                .add("contact.name", now.name, name)
                .add("contact.organization.email", now.website, website)
                .add("contact.phone", now.phone, phone)
                .add("contact.organization.where", now.address, address)
                .found();
    }
}
