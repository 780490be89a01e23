package app.tahap.account;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The one workspace; empty before set-up. */
public interface WorkspaceRepository extends JpaRepository<Workspace, Short> {

    default Optional<Workspace> findTheOne() {
        return findById(Workspace.ID);
    }
}
