package app.tahap.contact;

import app.tahap.web.NotFoundException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds organisations by what people type. */
@Component
@Transactional
public class Organizations {

    private final OrganizationRepository organizations;
    private final Names names;
    private final Clock clock;

    Organizations(OrganizationRepository organizations, Names names, Clock clock) {
        this.organizations = organizations;
        this.names = names;
        this.clock = clock;
    }

    /** The id of the organisation with that name, regardless of case; empty where there is none. */
    public OptionalLong find(String name) {
        return organizations
                .findFirstByNameIgnoreCaseAndDeletedAtIsNullOrderById(name.strip())
                .map(found -> OptionalLong.of(found.id()))
                .orElseGet(OptionalLong::empty);
    }

    /**
     * The name of an organisation that was not deleted.
     *
     * @throws NotFoundException where there is none
     */
    public String name(long id) {
        return organizations
                .findById(id)
                .filter(organization -> organization.getDeletedAt() == null)
                .orElseThrow(() -> new NotFoundException("organisation", id))
                .getName();
    }

    /** The id of the organisation with that name, regardless of case, made where there is none; null for a blank name. */
    public @Nullable Long findOrCreate(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String trimmed = name.strip();
        return findToUse(trimmed).orElseGet(() -> createOnce(trimmed)).id();
    }

    private Organization createOnce(String name) {
        names.lock(name);
        return findToUse(name).orElseGet(() -> organizations.save(new Organization(name, clock.instant())));
    }

    private Optional<Organization> findToUse(String name) {
        return organizations.findFirstToUseByNameIgnoreCaseAndDeletedAtIsNullOrderById(name);
    }
}
