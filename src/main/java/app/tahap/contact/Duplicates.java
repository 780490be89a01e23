package app.tahap.contact;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds contacts that may be the one somebody is about to add: of the same name apart from case, punctuation, order of
 * words and legal form; spelled almost alike; or with the same e-mail address. Five at most, the likeliest first.
 */
@Repository
public class Duplicates {

    private static final int MOST = 5;

    private static final String ORGANIZATIONS =
            "select c.id, c.name, c.address as \"where\", c.website as email, c.phone, name_key(c.name) as key,"
                    + " name_key(:name) as wanted from organization c";

    private static final String PEOPLE =
            "select c.id, c.name, o.name as \"where\", c.email, c.phone, name_key(c.name) as key,"
                    + " name_key(:name) as wanted from person c left join organization o on o.id = c.organization_id";

    /** Few enough to compare letter by letter; the very same name comes first. */
    private static final String NEAR = """
             where c.deleted_at is null and c.id <> :besides
               and (name_key(c.name) like left(name_key(:name), 3) || '%'
                    or reverse(name_key(c.name)) like left(reverse(name_key(:name)), 3) || '%')
               and abs(length(name_key(c.name)) - length(name_key(:name))) <= 2
             order by name_key(c.name) = name_key(:name) desc, lower(c.name), c.id limit 200
            """;

    private static final RowMapper<ContactRow> CONTACT = new SimplePropertyRowMapper<>(ContactRow.class);

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param besides the organisation that is being changed, which is no duplicate of itself */
    List<ContactRow> organizations(@Nullable String name, @Nullable Long besides) {
        return near(ORGANIZATIONS + NEAR, name, besides);
    }

    /** @param besides the person who is being changed */
    List<ContactRow> people(@Nullable String name, @Nullable String email, @Nullable Long besides) {
        return Stream.concat(sameEmail(email, besides), near(PEOPLE + NEAR, name, besides).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** Organisations that a name typed into a deal or a person may mean; none where there is one of just that name. */
    public List<ContactRow> organizationsMeantBy(@Nullable String name) {
        List<ContactRow> near = organizations(name, null);
        return near.stream().anyMatch(row -> row.isNamed(name)) ? List.of() : near;
    }

    /**
     * People that a name typed into a deal may mean, at the organisation typed there or at none; nobody where there is
     * somebody of just that name.
     */
    public List<ContactRow> peopleMeantBy(@Nullable String name, @Nullable String organization) {
        String place = organization == null ? "" : organization.strip();
        List<ContactRow> near = near(PEOPLE + NEAR, name, null).stream()
                .filter(row ->
                        row.where() == null || place.isEmpty() || row.where().equalsIgnoreCase(place))
                .toList();
        return near.stream().anyMatch(row -> row.isNamed(name)) ? List.of() : near;
    }

    private Stream<ContactRow> sameEmail(@Nullable String email, @Nullable Long besides) {
        return email == null || email.isBlank()
                ? Stream.empty()
                : statement(
                        PEOPLE + " where c.deleted_at is null and c.id <> :besides and lower(c.email) = lower(:email)"
                                + " order by c.id",
                        "",
                        besides)
                        .param("email", email.strip())
                        .query(CONTACT)
                        .list()
                        .stream();
    }

    private List<ContactRow> near(String sql, @Nullable String name, @Nullable Long besides) {
        record Near(ContactRow contact, String key, String wanted) {}
        return name == null || name.isBlank()
                ? List.of()
                : statement(sql, name, besides)
                        .query((row, number) ->
                                new Near(CONTACT.mapRow(row, number), row.getString("key"), row.getString("wanted")))
                        .list()
                        .stream()
                        .filter(near -> !near.wanted().isEmpty() && Spelling.isClose(near.key(), near.wanted()))
                        .map(Near::contact)
                        .limit(MOST)
                        .toList();
    }

    private JdbcClient.StatementSpec statement(String sql, String name, @Nullable Long besides) {
        return jdbc.sql(sql).param("name", name).param("besides", Objects.requireNonNullElse(besides, 0L));
    }
}
