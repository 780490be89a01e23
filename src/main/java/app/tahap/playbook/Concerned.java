package app.tahap.playbook;

import app.tahap.account.Owners;
import app.tahap.account.Viewers;
import app.tahap.deal.Deal;
import app.tahap.deal.DealRepository;
import app.tahap.web.RuleException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds whom a playbook tells something, and to whom it gives a deal. Nobody who has left, or may not see the deal. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Concerned {

    private final Owners owners;
    private final Viewers viewers;
    private final DealRepository deals;
    private final JdbcClient jdbc;

    Concerned(Owners owners, Viewers viewers, DealRepository deals, JdbcClient jdbc) {
        this.owners = owners;
        this.viewers = viewers;
        this.deals = deals;
        this.jdbc = jdbc;
    }

    /** A user, whoever that is. */
    record Person(long id, String name) {}

    /** Some users. */
    record Group(List<Person> people) {

        List<Long> ids() {
            return people.stream().map(Person::id).toList();
        }

        String names() {
            return people.stream().map(Person::name).collect(Collectors.joining(", "));
        }
    }

    String name(long userId) {
        return load(userId).name();
    }

    /** Makes sure that somebody is still here, until the end of the transaction. */
    void requireActive(long userId) {
        if (!owners.staysActive(userId)) {
            throw new RuleException("playbook.failed.left", name(userId));
        }
    }

    Group recipients(PlaybookAction action, Deal deal) {
        return switch (Objects.requireNonNull(action.recipient())) {
            case OWNER -> one(deal.facts().ownerId(), deal);
            case USER -> one(Objects.requireNonNull(action.userId()), deal);
            case MANAGERS -> managers(deal);
        };
    }

    private Group one(long userId, Deal deal) {
        requireActive(userId);
        if (!sees(userId, deal)) {
            throw new RuleException("playbook.failed.blind", name(userId));
        }
        return new Group(List.of(load(userId)));
    }

    private Group managers(Deal deal) {
        List<Person> managers = jdbc.sql("""
                        select u.id, u.name from users u join users o on o.id = :owner
                         where u.role = 'MANAGER' and u.team_id = o.team_id and u.deactivated_at is null
                         order by lower(u.name), u.id
                        """).param("owner", deal.facts().ownerId()).query(Person.class).list().stream()
                .filter(manager -> sees(manager.id(), deal))
                .toList();
        return managers.isEmpty() ? administrators() : new Group(managers);
    }

    private Group administrators() {
        return new Group(jdbc.sql("""
                        select id, name from users where role = 'ADMINISTRATOR' and deactivated_at is null
                         order by lower(name), id
                        """).query(Person.class).list());
    }

    private boolean sees(long userId, Deal deal) {
        return viewers.find(userId)
                .filter(viewer -> deals.isVisible(deal.id(), viewer))
                .isPresent();
    }

    /** Who is to own a deal: the given user, or the next in turn of those of a team who are still here. */
    long newOwner(PlaybookAction action) {
        if (action.teamId() == null) {
            long user = Objects.requireNonNull(action.userId());
            requireActive(user);
            return user;
        }
        int turn = jdbc.sql("update playbook_action set turn = turn + 1 where id = :id returning turn - 1")
                .param("id", action.id())
                .query(Integer.class)
                .single();
        List<Long> members =
                jdbc.sql("""
                        select id from users where team_id = :team and deactivated_at is null order by id for share
                        """).param("team", action.teamId()).query(Long.class).list();
        if (members.isEmpty()) {
            throw new RuleException("playbook.failed.team", Objects.requireNonNullElse(action.who(), "–"));
        }
        return members.get(Math.floorMod(turn, members.size()));
    }

    private Person load(long userId) {
        return jdbc.sql("select id, name from users where id = :id")
                .param("id", userId)
                .query(Person.class)
                .single();
    }
}
