package dev.undertone.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The API keys in the database. */
interface StoredApiKeys extends Repository<ApiKey, UUID> {

    ApiKey saveAndFlush(ApiKey key);

    Optional<ApiKey> findById(UUID id);

    Optional<ApiKey> findByKeyHash(String keyHash);

    Optional<ApiKey> findByNameKey(String nameKey);

    boolean existsByNameKey(String nameKey);

    List<ApiKey> findByOrderById(Limit limit);

    List<ApiKey> findByIdGreaterThanOrderById(UUID after, Limit limit);

    /** Leaves the version alone, so that using a key never stands in the way of revoking it. */
    @Modifying
    @Query("update ApiKey k set k.lastUsedAt = :at where k.id = :id")
    void noteUse(UUID id, Instant at);
}
