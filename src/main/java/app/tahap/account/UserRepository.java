package app.tahap.account;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Users by id and by e-mail address, which is compared without regard to case. */
public interface UserRepository extends JpaRepository<User, Long> {

    Optional<User> findByEmailIgnoreCase(String email);
}
