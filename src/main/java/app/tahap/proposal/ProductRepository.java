package app.tahap.proposal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProductRepository extends JpaRepository<Product, Long> {

    Optional<Product> findByIdempotencyKey(UUID key);

    @Query("select p from Product p where lower(p.facts.code) = lower(:code)")
    Optional<Product> findByCode(String code);

    /** Those in use of that name; names need not be unique. */
    @Query("select p from Product p where lower(p.facts.name) = lower(:name) and p.archivedAt is null order by p.id")
    List<Product> findInUseByName(String name);
}
