package app.tahap.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contacts that are likely to be there twice. */
@Repository
public class DuplicatePairs {

    /** More are shown once these are merged. */
    public static final int MOST = 100;

    private final JdbcClient jdbc;

    DuplicatePairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two of a kind. */
    public record Pair(
            long id,
            String name,
            @Nullable String detail,
            long otherId,
            String otherName,
            @Nullable String otherDetail) {}

    /** Organisations of the same name apart from case, punctuation, order of words and legal form. */
    public List<Pair> organizations() {
        return jdbc.sql("""
                        select a.id, a.name, a.website as detail, b.id as other_id, b.name as other_name,
                               b.website as other_detail
                          from organization a
                          join organization b on name_key(b.name) = name_key(a.name) and b.id > a.id
                         where a.deleted_at is null and b.deleted_at is null and name_key(a.name) <> ''
                         order by lower(a.name), a.id, b.id limit :most
                        """).param("most", MOST).query(Pair.class).list();
    }

    /** People with the same e-mail address, or of the same name at the same organisation or at none. */
    public List<Pair> people() {
        return jdbc.sql("""
                        with pair as (
                            select a.id, b.id as other_id
                              from person a join person b on lower(b.email) = lower(a.email) and b.id > a.id
                             where a.deleted_at is null and b.deleted_at is null and a.email <> ''
                             union
                            select a.id, b.id
                              from person a join person b on name_key(b.name) = name_key(a.name) and b.id > a.id
                             where a.deleted_at is null and b.deleted_at is null and name_key(a.name) <> ''
                               and (a.organization_id = b.organization_id or a.organization_id is null
                                    or b.organization_id is null))
                        select a.id, a.name, concat_ws(', ', oa.name, a.email) as detail, b.id as other_id,
                               b.name as other_name, concat_ws(', ', ob.name, b.email) as other_detail
                          from pair
                          join person a on a.id = pair.id
                          join person b on b.id = pair.other_id
                          left join organization oa on oa.id = a.organization_id
                          left join organization ob on ob.id = b.organization_id
                         order by lower(a.name), a.id, b.id limit :most
                        """).param("most", MOST).query(Pair.class).list();
    }
}
