package app.tahap.correspondence;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ani's deal about fifty laptops with Budi Santoso of PT Maju Jaya. */
record CorrespondenceScene(Viewer ani, long deal, long person) {

    static CorrespondenceScene set(Fixtures fixtures, JdbcClient jdbc) {
        var stages = fixtures.stages(fixtures.workspace());
        Viewer ani = fixtures.user("Ani Basuki", Role.REP);
        long deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
        long organization = fixtures.organization("PT Maju Jaya");
        long person = jdbc.sql("""
                        insert into person (name, organization_id, email, created_at)
                        values ('Budi Santoso', :organization, 'budi@example.com', now()) returning id
                        """)
                .param("organization", organization)
                .query(Long.class)
                .single();
        jdbc.sql("update deal set person_id = :person, organization_id = :organization")
                .param("person", person)
                .param("organization", organization)
                .update();
        return new CorrespondenceScene(ani, deal, person);
    }
}
