package dev.undertone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

final class AccountNameTests {

    /** One character that stands for a sentence of eighteen once it is normalised. */
    private static final String SENTENCE = "\uFDFA";

    @Test
    void whateverIsTypedIsCutBeforeAnythingIsMadeOfIt() {
        String typed = SENTENCE.repeat(1_000_000);

        assertThat(AccountName.keyOf(typed)).hasSizeLessThan(10_000).isEqualTo(AccountName.keyOf(typed + "more"));
        assertThatExceptionOfType(NotAcceptable.class).isThrownBy(() -> new AccountName(typed));
    }

    @Test
    void differentSpellingsOfANameAreOneName() {
        assertThat(new AccountName("Zoe\u0301").key()).isEqualTo(new AccountName("ZO\u00C9").key());
        assertThat(AccountName.keyOf("Zoe\u0301")).isEqualTo(new AccountName("zo\u00E9").key());
    }
}
