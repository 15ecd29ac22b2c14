package dev.undertone.moderation.policies;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The versions of all policies. */
interface PolicyVersions extends JpaRepository<PolicyVersion, UUID> {

    Optional<PolicyVersion> findByPolicyIdAndNumber(UUID policy, int number);

    @Query("select max(v.number) from PolicyVersion v where v.policy.id = :policy")
    Optional<Integer> lastNumber(UUID policy);

    /** Of each policy the newest, as they are numbered without gaps, and those in force; the newest first. */
    @Query("""
            select v from PolicyVersion v join fetch v.policy p
            where p.id in :policies and (v.state in (LIVE, SHADOW)
              or v.number > (select max(w.number) from PolicyVersion w where w.policy = p) - :most)
            order by v.number desc""")
    List<PolicyVersion> newestOrInForce(Collection<UUID> policies, int most);

    /** Of each policy those that are live or in the shadow, and the newest; the newest first. */
    @Query("""
            select v from PolicyVersion v join fetch v.policy p
            where p.id in :policies and (v.state in (LIVE, SHADOW)
              or v.number = (select max(w.number) from PolicyVersion w where w.policy = p))
            order by v.number desc""")
    List<PolicyVersion> inForceOrNewest(Collection<UUID> policies);

    int countByState(VersionState state);
}
