package dev.undertone.moderation.policies;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The versions of all policies. */
interface PolicyVersions extends JpaRepository<PolicyVersion, UUID> {

    Optional<PolicyVersion> findByPolicyIdAndNumber(UUID policy, int number);

    @Query("select max(v.number) from PolicyVersion v where v.policy.id = :policy")
    Optional<Integer> lastNumber(UUID policy);

    List<PolicyVersion> findByPolicyIdOrderByNumberDesc(UUID policy, Limit limit);

    int countByState(VersionState state);
}
