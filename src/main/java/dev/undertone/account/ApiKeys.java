package dev.undertone.account;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The API keys of this service: makes them, revokes them, recognises them. */
@Component
@Transactional
public class ApiKeys {

    /** Stands before every key, so that people and scanners of leaked secrets see what it is. */
    public static final String PREFIX = "ut_";

    static final String SUBJECT = "api-key";

    private final StoredApiKeys stored;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;

    ApiKeys(StoredApiKeys stored, Secrets secrets, AuditTrail audit, Clock clock) {
        this.stored = stored;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a key.
     *
     * @return the key, which is kept nowhere
     * @throws NameTaken if a key has this name, even a revoked one
     * @throws NotAcceptable if the name breaks a rule or there is no scope
     */
    public String create(String name, Set<Scope> scopes, Actor by) {
        AccountName checked = new AccountName(name);
        if (scopes.isEmpty()) {
            throw new NotAcceptable("scopes", "A key needs at least one scope.");
        }
        if (stored.existsByNameKey(checked.key())) {
            throw new NameTaken("an API key", checked);
        }
        String key = PREFIX + secrets.token();
        ApiKey made = new ApiKey(checked, Secrets.hashOf(key), scopes, by.name(), now());
        try {
            stored.saveAndFlush(made);
        } catch (DataIntegrityViolationException sameMoment) {
            throw new NameTaken("an API key", checked, sameMoment);
        }
        String labels = EnumSet.copyOf(scopes).stream().map(Scope::label).collect(Collectors.joining(","));
        took("key.created", made, Map.of(), Map.of("scopes", labels), by);
        return key;
    }

    /** Ends a key for good; one that is revoked already stays as it is. */
    public ApiKeyDetails revoke(UUID id, Actor by) {
        ApiKey key = stored.findById(id).orElseThrow(UnknownAccount::apiKey);
        if (!key.revoked()) {
            key.revoke(now());
            stored.saveAndFlush(key);
            took("key.revoked", key, Map.of("revoked", "false"), Map.of("revoked", "true"), by);
        }
        return key.details();
    }

    /** Whose key this is, if it is one and has not been revoked; notes the hour of its use. */
    public Optional<ApiKeyDetails> recognise(String key) {
        if (!key.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Optional<ApiKeyDetails> found = stored.findByKeyHash(Secrets.hashOf(key))
                .filter(one -> !one.revoked())
                .map(ApiKey::details);
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        found.filter(one ->
                        one.lastUsedAt().filter(last -> !last.isBefore(hour)).isEmpty())
                .ifPresent(one -> stored.noteUse(one.id(), hour));
        return found;
    }

    /** Finds a key by name, whatever its case. */
    @Transactional(readOnly = true)
    public Optional<ApiKeyDetails> named(String name) {
        return stored.findByNameKey(AccountName.keyOf(name)).map(ApiKey::details);
    }

    /** A part of the list of all keys, revoked ones too, the oldest first. */
    @Transactional(readOnly = true)
    public Page<ApiKeyDetails> list(Limit limit, @Nullable String after) {
        var oneMore = org.springframework.data.domain.Limit.of(limit.value() + 1);
        List<ApiKey> found = after == null
                ? stored.findByOrderById(oneMore)
                : stored.findByIdGreaterThanOrderById(People.idIn(after), oneMore);
        return Page.of(found.stream().map(ApiKey::details).toList(), limit.value(), k -> People.cursor(k.id()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void took(String action, ApiKey key, Map<String, String> before, Map<String, String> after, Actor by) {
        audit.append(by, Change.of(action, SUBJECT, key.id().toString(), before, after));
    }
}
