package app.tahap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page that an administrator can open, by the pattern of its address; {@link #withIds} fills in something of the sample
 * company. A test asks whether one is missing.
 */
final class Pages {

    private static final Pattern VARIABLES = Pattern.compile("\\{[^}]+}");

    /** Beside the plain pages, those that look different with something asked for. */
    static final List<String> ALL = List.of(
            "/activities",
            "/activities?from=2026-05-01&state=DONE",
            "/activities/{id}",
            "/activities/{id}/completion",
            "/approvals",
            "/board",
            "/board?text=nothing+like+it",
            "/campaigns",
            "/campaigns/new",
            "/campaigns/sources/{id}",
            "/campaigns/{id}",
            "/campaigns/{id}/edit",
            "/dashboard?period=THIS_YEAR",
            "/dashboard/exceptions",
            "/deals?stage=1&amountMin=5&only=ROTTING&outcome=WON&outcome=LOST",
            "/deals?only=DELETED",
            "/deals",
            "/deals/letting-go",
            "/deals/new",
            "/deals/ready-to-close",
            "/deals/{dealId}",
            "/deals/{dealId}/activities/new",
            "/deals/{dealId}/activities/new?done=true",
            "/deals/{dealId}/deletion",
            "/deals/{dealId}/edit",
            "/deals/{dealId}/mails/new",
            "/deals/{dealId}/merging?with={with}",
            "/deals/{dealId}/needs",
            "/deals/{dealId}/notes/{noteId}",
            "/deals/{dealId}/objections/new",
            "/deals/{dealId}/objections/{objectionId}",
            "/deals/{dealId}/outcome?outcome=LOST",
            "/deals/{dealId}/parking",
            "/deals/{dealId}/qualification",
            "/deals/{dealId}/qualification/{criterionId}",
            "/deals/{dealId}/stage",
            "/deals/{dealId}/terms/new",
            "/deals/{dealId}/terms/{termId}",
            "/duplicates",
            "/help",
            "/help/{name}",
            "/imports",
            "/imports/new",
            "/imports/records/new",
            "/imports/records/new?kind=activities",
            "/imports/records/new?kind=objections",
            "/mail-templates",
            "/mail-templates/new",
            "/mail-templates/{id}",
            "/mails",
            "/my-day",
            "/notifications",
            "/objections",
            "/organizations",
            "/organizations?deleted=true",
            "/organizations/new",
            "/organizations/{id}",
            "/organizations/{id}/edit",
            "/organizations/{id}/merging?with={with}",
            "/people",
            "/people?text=nobody",
            "/people/new",
            "/people/{id}",
            "/people/{id}/edit",
            "/people/{id}/merging?with={with}",
            "/profile",
            "/profile/calendar",
            "/profile/notifications",
            "/profile/password",
            "/proposals",
            "/proposals/{proposalId}",
            "/proposals/{proposalId}/approval",
            "/proposals/{proposalId}/draft",
            "/proposals/{proposalId}/sending",
            "/proposals/{proposalId}/versions/{number}",
            "/reports/objections",
            "/reports/objections/list",
            "/reports/sources",
            "/reviews",
            "/reviews/new",
            "/reviews/{id}/ending",
            "/reviews/{id}/summary",
            "/reviews/{reviewId}/deals",
            "/reviews/{reviewId}/deals/{dealId}",
            "/settings/activity-kinds",
            "/settings/activity-kinds/{id}",
            "/settings/competitors",
            "/settings/discounts",
            "/settings/fields",
            "/settings/fields/new",
            "/settings/fields/{fieldId}/choices/{id}",
            "/settings/fields/{id}",
            "/settings/forms",
            "/settings/forms/new",
            "/settings/forms/{id}",
            "/settings/handover",
            "/settings/handover/{id}",
            "/settings/lists/LOST/{id}",
            "/settings/mail",
            "/settings/needs",
            "/settings/objections",
            "/settings/pipelines",
            "/settings/pipelines/{id}",
            "/settings/pipelines/{id}/archiving",
            "/settings/pipelines/{pipelineId}/stages/new",
            "/settings/playbooks",
            "/settings/playbooks/new",
            "/settings/playbooks/{id}",
            "/settings/playbooks/{id}/actions/new?kind=ACTIVITY",
            "/settings/playbooks/{id}/actions/{actionId}",
            "/settings/playbooks/{id}/conditions/new?kind=AMOUNT_MIN",
            "/settings/playbooks/{id}/edit",
            "/settings/playbooks/{id}/trial",
            "/settings/products",
            "/settings/products/import",
            "/settings/products/new",
            "/settings/products/{id}",
            "/settings/proposals",
            "/settings/proposals/texts/new",
            "/settings/proposals/texts/{id}",
            "/settings/qualification",
            "/settings/qualification/criteria/{criterionId}",
            "/settings/qualification/frameworks/{id}",
            "/settings/qualification/frameworks/{id}/criteria/new",
            "/settings/questions",
            "/settings/questions/new",
            "/settings/questions/{id}",
            "/settings/rates",
            "/settings/rates/{currency}",
            "/settings/rates/{currency}/{validFrom}",
            "/settings/reasons",
            "/settings/signals",
            "/settings/signals/rule",
            "/settings/sources",
            "/settings/stages/{id}",
            "/settings/stages/{id}/criteria",
            "/settings/stages/{id}/merger",
            "/settings/stages/{id}/removal",
            "/settings/tags",
            "/settings/teams",
            "/settings/teams/{id}",
            "/settings/teams/{id}/removal",
            "/settings/users",
            "/settings/users/new",
            "/settings/users/{id}",
            "/settings/users/{id}/deactivation",
            "/settings/workspace");

    /** What is asked with GET and is no page of an administrator: files, parts of pages, what leads elsewhere, and strangers' pages. */
    static final List<Pattern> OTHERS = List.of(
                    ".*\\.(csv|ics|css)",
                    ".*/(pdf|logo|suggestions|mentions|landings|cards|draft/lines)",
                    "/(organizations|people)/duplicates",
                    "/(my-day/deals|proposals/products|notifications/(latest|stream|unread)|imports/\\{id}/progress)",
                    "/|/settings|/settings/\\{page}|/reviews/\\{id}|/columns/.*",
                    "/(login|setup|invitations/\\{token}|p/\\{token}|forms/\\{token}(/thanks|/too-much)?)",
                    "/deals/bulk", // of chosen deals; its journey looks at it
                    "/imports/(records/)?\\{id}(/(columns|format|values|taking-back))?", // as is what a file is asked
                    // about
                    "/mails/\\{id}") // nobody's but its author's
            .stream()
            .map(Pattern::compile)
            .toList();

    /** What stands for the variables of addresses that begin so; the longest beginning counts. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("/activities/", "select id from activity where done_at is null and deleted_at is null"),
            Map.entry("/campaigns/", "select id from campaign"),
            Map.entry("/campaigns/sources/", "select id from lead_source"),
            Map.entry(
                    "/deals/",
                    "select deal_id from objection o join deal d on d.id = o.deal_id where d.outcome = 'OPEN'"),
            Map.entry(
                    "/deals/{dealId}/notes/",
                    "select deal_id, n.id from deal_note n join users u on u.id = n.author_id"
                            + " where u.role = 'ADMINISTRATOR'"),
            Map.entry(
                    "/deals/{dealId}/objections/{",
                    "select deal_id, o.id from objection o join deal d on d.id = o.deal_id"
                            + " where d.outcome = 'OPEN'"),
            Map.entry("/deals/{dealId}/qualification/", "select deal_id, criterion_id from qualification_answer"),
            Map.entry("/deals/{dealId}/terms/{", "select deal_id, id from negotiation_term"),
            Map.entry("/deals/{dealId}/merging", "select max(id), min(id) from deal where deleted_at is null"),
            Map.entry("/organizations/{id}/merging", "select max(id), min(id) from organization"),
            Map.entry("/people/{id}/merging", "select max(id), min(id) from person"),
            Map.entry("/help/", "select 'negotiation'"),
            Map.entry("/mail-templates/", "select id from mail_template"),
            Map.entry("/organizations/", "select organization_id from deal where organization_id is not null"),
            Map.entry("/people/", "select person_id from deal where person_id is not null"),
            Map.entry(
                    "/proposals/",
                    "select proposal_id from proposal_version v join approval_request using (proposal_id)"
                            + " where v.status = 'DRAFT'"),
            Map.entry(
                    "/proposals/{proposalId}/versions/",
                    "select proposal_id, number from proposal_version where sent_at is not null"),
            Map.entry("/reviews/", "select id from review"),
            Map.entry("/reviews/{id}/ending", "select id from review where ended_at is null"),
            Map.entry(
                    "/reviews/{reviewId}/deals/{",
                    "select r.id, x.deal_id from review r join review_deal x on x.review_id = r.id"
                            + " where r.ended_at is null and cardinality(x.marks) > 0"),
            Map.entry("/settings/activity-kinds/", "select id from activity_kind"),
            Map.entry("/settings/fields/", "select id from custom_field where type = 'CHOICE'"),
            Map.entry("/settings/fields/{fieldId}/choices/", "select field_id, id from custom_field_choice"),
            Map.entry("/settings/forms/", "select id from web_form"),
            Map.entry("/settings/handover/", "select id from handover_item"),
            Map.entry("/settings/lists/LOST/", "select id from outcome_reason where outcome = 'LOST'"),
            Map.entry("/settings/pipelines/", "select id from pipeline"),
            Map.entry("/settings/playbooks/", "select playbook_id from playbook_run"),
            Map.entry("/settings/playbooks/{id}/actions/{", "select playbook_id, id from playbook_action"),
            Map.entry("/settings/products/", "select id from product"),
            Map.entry("/settings/proposals/texts/", "select id from proposal_text"),
            Map.entry("/settings/qualification/criteria/", "select id from qualification_criterion"),
            Map.entry("/settings/qualification/frameworks/", "select id from qualification_framework"),
            Map.entry("/settings/questions/", "select id from question"),
            Map.entry("/settings/rates/", "select currency, valid_from from exchange_rate"),
            Map.entry("/settings/stages/", "select id from stage where archived_at is null"),
            Map.entry("/settings/teams/", "select id from team"),
            Map.entry("/settings/users/", "select id from users where role = 'REP'"));

    private Pages() {}

    /** Adds what the sample company lacks: a review that goes on, and a note of whoever looks at the pages. */
    static void complete(JdbcClient jdbc, long reader) {
        jdbc.sql("update review set ended_at = null, ended_by = null").update();
        jdbc.sql("""
                        insert into deal_note (deal_id, author_id, text, created_at)
                        select max(id), :reader, 'Call them before noon.', now() from deal where outcome = 'OPEN' and deleted_at is null
                        """).param("reader", reader).update();
    }

    /** The address with something of the sample company for each of its variables. */
    static String withIds(String address, JdbcClient jdbc) {
        long variables = VARIABLES.matcher(address).results().count();
        if (variables == 0) {
            return address;
        }
        String sql = IDS.keySet().stream()
                .filter(address::startsWith)
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .map(IDS::get)
                .orElseThrow(() -> new AssertionError("Nothing for " + address));
        List<String> ids = jdbc.sql(sql + " order by 1 desc limit 1")
                .query((row, number) -> {
                    String[] values = new String[row.getMetaData().getColumnCount()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = row.getString(i + 1);
                    }
                    return Arrays.asList(values);
                })
                .optional()
                .orElseThrow(() -> new AssertionError("The sample company has nothing for " + address));
        String filled = address;
        for (String id : ids) {
            filled = VARIABLES.matcher(filled).replaceFirst(id);
        }
        assertThat(filled).doesNotContain("{");
        return filled;
    }
}
