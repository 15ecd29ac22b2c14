package dev.undertone.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangeTests {

    private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000", "a\n", "\ud83d"})
    void whatNoDatabaseKeepsExactlyIsRefusedAsAnId(String id) {
        assertThatThrownBy(() -> Change.of("thing.made", "thing", id, Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the id of the subject");
    }

    @Test
    void theNameOfAnActorIsMadeStorable() {
        Actor actor = new Actor(Actor.Kind.PERSON, "1", "A\u0000\ud83d" + "x".repeat(300), Optional.of("::1\n"));

        assertThat(actor.name()).startsWith("A\ufffd\ufffdxx").hasSize(200);
        assertThat(actor.address()).contains("::1\ufffd");
    }

    @Test
    void aStateIsWrittenInOneWayOnly() {
        Change change = Change.of("a", "b", "c", Map.of(), Map.of("z", "ü\u0000", "a", "\"\ud83d"));

        String json = StateJson.write(change.after());

        assertThat(json).isEqualTo("{\"a\":\"\\\"\\uD83D\",\"z\":\"\\u00FC\\u0000\"}");
        assertThat(StateJson.read(json)).isEqualTo(change.after());
    }

    @Test
    void aStateThatSomebodyMadeUnreadableIsShownAsItStands() {
        assertThat(StateJson.read("{oops")).isEqualTo(Map.of("unreadable", "{oops"));
        assertThat(StateJson.read("null")).isEqualTo(Map.of("unreadable", "null"));
        assertThat(StateJson.read("{\"a\":null}")).isEqualTo(Map.of("unreadable", "{\"a\":null}"));
    }

    @Test
    void theHashIsTheDocumentedOne() {
        Link link = Link.after(
                ChainHead.EMPTY,
                new Pending.Noted(
                        Instant.parse("2026-01-05T09:00:00.000001Z"),
                        Actor.service(),
                        Change.of("thing.made", "thing", "1", Map.of(), Map.of("state", "new"))));

        assertThat(link.hash()).isEqualTo("0f03a708c5b3aecbc2fa79086a44e3e85242326ad29a092cfb41f156c1a85466");
    }

    @Test
    void noTwoEntriesAreHashedAsTheSameBytes() {
        assertThat(hashOf("ab", "c")).isNotEqualTo(hashOf("a", "bc"));
    }

    private static String hashOf(String subjectType, String subjectId) {
        return Link.after(
                        ChainHead.EMPTY,
                        new Pending.Noted(
                                Instant.EPOCH,
                                Actor.service(),
                                Change.of("a", subjectType, subjectId, Map.of(), Map.of())))
                .hash();
    }

    /** The expected hash is that of {@code openssl dgst -sha256 -hmac 0123456789abcdef}. */
    @Test
    void aSaltedHashIsAnHmacOfTheText() {
        assertThat(SaltedHash.of(SALT, "furious"))
                .isEqualTo("c29fdf763c19f48bb16a07b9193a890adc0340d54101e55935a1a4b5bb1cd0df");
        assertThatThrownBy(() -> SaltedHash.of(new byte[15], "furious")).isInstanceOf(IllegalArgumentException.class);
    }
}
