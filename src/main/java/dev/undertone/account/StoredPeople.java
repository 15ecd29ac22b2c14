package dev.undertone.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The people in the database. */
interface StoredPeople extends Repository<Person, UUID> {

    Person saveAndFlush(Person person);

    Optional<Person> findById(UUID id);

    Optional<Person> findByNameKey(String nameKey);

    boolean existsByNameKey(String nameKey);

    long count();

    List<Person> findByOrderById(Limit limit);

    List<Person> findByIdGreaterThanOrderById(UUID after, Limit limit);

    /** Makes all browsers strange to this person again. */
    @Modifying
    @Query(nativeQuery = true, value = "delete from known_browser where person_id = :id")
    void forgetBrowsers(UUID id);

    /** Locks them, so that of two admins who remove each other only one can. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.enabled and p.role = dev.undertone.account.Role.ADMIN order by p.id")
    List<Person> lockEnabledAdmins();
}
