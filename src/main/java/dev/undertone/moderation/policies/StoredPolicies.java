package dev.undertone.moderation.policies;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The names under which policies are kept. */
interface StoredPolicies extends JpaRepository<StoredPolicy, UUID> {

    boolean existsByName(String name);

    /** In the order in which they were made, behind one of them. */
    @Query("select p from StoredPolicy p where p.id > :after order by p.id")
    List<StoredPolicy> listAfter(UUID after, Limit limit);
}
