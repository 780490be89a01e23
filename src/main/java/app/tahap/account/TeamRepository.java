package app.tahap.account;

import org.springframework.data.jpa.repository.JpaRepository;

/** The teams of the workspace. */
public interface TeamRepository extends JpaRepository<Team, Long> {}
