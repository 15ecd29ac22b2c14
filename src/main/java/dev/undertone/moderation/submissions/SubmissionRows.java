package dev.undertone.moderation.submissions;

import dev.undertone.moderation.Resolution;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * The table of submissions. What lies before a place is asked for in a form in which an index begins at the place, and
 * not at the newest.
 */
interface SubmissionRows extends JpaRepository<Submission, UUID> {

    List<Submission> findByIdIn(Collection<UUID> ids);

    List<Submission> findByChannelAndExternalIdIn(String channel, Collection<String> externalIds);

    List<Submission> findByOrderByReceivedAtDescIdDesc(Limit limit);

    List<Submission> findByChannelOrderByReceivedAtDescIdDesc(String channel, Limit limit);

    @Query("""
            select s from Submission s
            where s.receivedAt <= :at and (s.receivedAt < :at or s.id < :id)
            order by s.receivedAt desc, s.id desc""")
    List<Submission> before(Instant at, UUID id, Limit limit);

    @Query("""
            select s from Submission s
            where s.channel = :channel and s.receivedAt <= :at and (s.receivedAt < :at or s.id < :id)
            order by s.receivedAt desc, s.id desc""")
    List<Submission> before(String channel, Instant at, UUID id, Limit limit);

    @Query("""
            select s.id from Submission s
            where s.channel = :channel and s.author = :author and s.receivedAt <= :at and s.id <> :id
            order by s.receivedAt desc, s.id desc""")
    List<UUID> earlier(String channel, String author, Instant at, UUID id, Limit limit);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("""
            update Submission s
            set s.resolution = :resolution, s.correction = :correction, s.resolvedBy = :by, s.resolvedAt = :at,
                s.version = s.version + 1
            where s.id in :ids""")
    int resolve(
            Collection<UUID> ids,
            @Nullable Resolution resolution,
            @Nullable String correction,
            @Nullable String by,
            @Nullable Instant at);
}
