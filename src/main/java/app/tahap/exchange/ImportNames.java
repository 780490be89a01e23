package app.tahap.exchange;

import app.tahap.campaign.Campaigns;
import app.tahap.contact.ContactImport;
import app.tahap.contact.ContactImport.PersonName;
import app.tahap.deal.Outcome;
import app.tahap.deal.Tags;
import app.tahap.exchange.Tally.NewNames;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what drafts name, and makes what is missing unless it is only to be counted. */
@Component
class ImportNames {

    private final ContactImport contacts;
    private final ImportLabels labels;
    private final Campaigns campaigns;
    private final Tags tags;

    ImportNames(ContactImport contacts, ImportLabels labels, Campaigns campaigns, Tags tags) {
        this.contacts = contacts;
        this.labels = labels;
        this.campaigns = campaigns;
        this.tags = tags;
    }

    /** The ids behind names, and the names that had none. */
    record Found(
            Map<String, Long> organizations,
            Map<PersonName, Long> people,
            Map<String, Long> sources,
            Map<Outcome, Map<String, Long>> reasons,
            Map<String, Long> campaigns,
            Map<String, Long> tags,
            NewNames missing) {

        @Nullable Long organization(DealDraft draft) {
            return organizations.get(draft.organization());
        }

        @Nullable Long person(DealDraft draft) {
            return person(draft, draft.person());
        }

        @Nullable Long person(DealDraft draft, String name) {
            return people.get(new PersonName(name, organization(draft)));
        }

        @Nullable Long source(DealDraft draft) {
            return sources.get(ImportLabels.key(draft.source()));
        }

        @Nullable Long campaign(DealDraft draft) {
            return campaigns.get(ImportLabels.key(draft.campaign()));
        }

        List<Long> tags(DealDraft draft) {
            return draft.tags().stream()
                    .map(label -> tags.get(ImportLabels.key(label)))
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted()
                    .toList();
        }

        @Nullable Long reason(DealDraft draft) {
            return reasons.getOrDefault(draft.outcome(), Map.of()).get(ImportLabels.key(draft.reason()));
        }
    }

    Found find(List<DealDraft> drafts, boolean create) {
        Map<String, Long> organizations = new HashMap<>();
        Set<String> newOrganizations = organizations(drafts, create, organizations);
        Map<PersonName, Long> people = new HashMap<>();
        Set<String> newPeople = people(drafts, create, organizations, people);
        Map<Outcome, Map<String, Long>> reasons = new EnumMap<>(Outcome.class);
        Set<String> newReasons = reasons(drafts, create, reasons);
        Map<String, Long> sources = labels.sources();
        Set<String> newSources = ImportLabels.missing(texts(drafts, DealDraft::source), sources);
        if (create && !newSources.isEmpty()) {
            newSources.forEach(labels::createSource);
            sources = labels.sources();
        }
        Map<String, Long> campaignIds = campaigns.byName();
        Set<String> newCampaigns = ImportLabels.missing(texts(drafts, DealDraft::campaign), campaignIds);
        if (create && !newCampaigns.isEmpty()) {
            campaigns.create(newCampaigns);
            campaignIds = campaigns.byName();
        }
        Map<String, Long> tagIds = tags.byLabel();
        Set<String> named =
                drafts.stream().flatMap(draft -> draft.tags().stream()).collect(Collectors.toSet());
        Set<String> newTags = ImportLabels.missing(named, tagIds);
        if (create && !newTags.isEmpty()) {
            tags.create(newTags);
            tagIds = tags.byLabel();
        }
        return new Found(
                organizations,
                people,
                sources,
                reasons,
                campaignIds,
                tagIds,
                new NewNames(
                        newOrganizations,
                        newPeople,
                        newReasons,
                        newSources,
                        Map.of("campaigns", newCampaigns, "tags", newTags)));
    }

    private Set<String> organizations(List<DealDraft> drafts, boolean create, Map<String, Long> found) {
        Set<String> names = texts(drafts, DealDraft::organization);
        found.putAll(contacts.findOrganizations(names));
        Set<String> missing = ContactImport.missing(names, found);
        if (create && !missing.isEmpty()) {
            contacts.createOrganizations(missing);
            found.putAll(contacts.findOrganizations(missing));
        }
        return missing;
    }

    /**
     * Somebody without an organisation may be one who is found, or made, at an organisation; so those come last. At an
     * organisation that is only counted, nobody is known yet.
     */
    private Set<String> people(
            List<DealDraft> drafts, boolean create, Map<String, Long> organizations, Map<PersonName, Long> found) {
        Set<String> missing = new HashSet<>();
        Set<PersonName> employed = new HashSet<>();
        Set<PersonName> alone = new HashSet<>();
        for (DealDraft draft : drafts) {
            for (String name : draft.people()) {
                PersonName person = new PersonName(name, organizations.get(draft.organization()));
                if (person.organizationId() != null) {
                    employed.add(person);
                } else if (draft.organization().isEmpty()) {
                    alone.add(person);
                } else {
                    missing.add(key(name, draft.organization()));
                }
            }
        }
        people(employed, create, found, missing);
        alone.removeIf(
                person -> missing.stream().anyMatch(other -> other.startsWith(key(person.name(), ""))) && !create);
        people(alone, create, found, missing);
        return missing;
    }

    private void people(Set<PersonName> wanted, boolean create, Map<PersonName, Long> found, Set<String> missing) {
        found.putAll(contacts.findPeople(wanted));
        Set<PersonName> strangers = ContactImport.missing(wanted, found);
        if (create && !strangers.isEmpty()) {
            contacts.createPeople(strangers);
            found.putAll(contacts.findPeople(strangers));
        }
        strangers.forEach(stranger -> missing.add(key(stranger.name(), String.valueOf(stranger.organizationId()))));
    }

    private static String key(String person, String organization) {
        return person.toLowerCase(Locale.ROOT) + "\n" + organization;
    }

    private Set<String> reasons(List<DealDraft> drafts, boolean create, Map<Outcome, Map<String, Long>> found) {
        Set<String> missing = new HashSet<>();
        for (Outcome outcome : List.of(Outcome.LOST, Outcome.DISQUALIFIED)) {
            List<DealDraft> closed =
                    drafts.stream().filter(draft -> draft.outcome() == outcome).toList();
            Map<String, Long> known = labels.reasons(outcome.name());
            Set<String> unknown = ImportLabels.missing(texts(closed, DealDraft::reason), known);
            if (create && !unknown.isEmpty()) {
                unknown.forEach(label -> labels.createReason(outcome.name(), label));
                known = labels.reasons(outcome.name());
            }
            found.put(outcome, known);
            unknown.forEach(label -> missing.add(outcome + " " + label));
        }
        return missing;
    }

    private static Set<String> texts(Collection<DealDraft> drafts, Function<DealDraft, String> text) {
        return drafts.stream().map(text).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }
}
