package app.tahap.account;

import app.tahap.web.RuleException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deactivates users: they are logged out everywhere, and their open work goes to somebody else. */
@Service
class DeactivationService {

    private final UserService users;
    private final UserRepository repository;
    private final Invitations invitations;
    private final Logins logins;
    private final OpenWork work;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeactivationService(
            UserService users,
            UserRepository repository,
            Invitations invitations,
            Logins logins,
            OpenWork work,
            ApplicationEventPublisher events,
            Clock clock) {
        this.users = users;
        this.repository = repository;
        this.invitations = invitations;
        this.logins = logins;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    long openWorkOf(User user) {
        return work.countOf(user.id());
    }

    /**
     * Does nothing for somebody who is deactivated already.
     *
     * @return how many open deals the successor took over
     */
    @Transactional
    long deactivate(long id, @Nullable Long successor, Viewer administrator) {
        users.lock(); // the successor must not be deactivated at the same moment
        User user = users.load(id);
        if (!user.isActive()) {
            return 0;
        }
        if (user.getRole() == Role.ADMINISTRATOR) {
            users.requireAnotherAdministrator(user, administrator);
        }
        boolean takenOver = successor != null && successor != id && isActive(successor);
        user.deactivate(clock.instant());
        repository.flush();
        long open = openWorkOf(user); // by now what others were about to hand to the user has arrived, and no more will
        if (open > 0 && !takenOver) {
            throw new RuleException("account.deactivation.successor.required");
        }
        invitations.revoke(id);
        logins.end(id);
        events.publishEvent(new UserDeactivated(id, takenOver ? successor : null, administrator));
        return open;
    }

    private boolean isActive(long id) {
        return repository.findById(id).filter(User::isActive).isPresent();
    }
}
