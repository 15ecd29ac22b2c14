package dev.undertone.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommonPasswordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password-123456",
                "P@ssw0rd123456",
                "qwertyuiop123",
                "123456789012",
                "administrator1",
                "aaaaaaaaaaaa",
                "abababababab",
                "letmeinletmein",
                "Undertone 1234",
                "mira.winter123",
                "Mira-Winter-Mira-Winter"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThat(CommonPasswords.includes(password, "mira winter")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "password plus wxyz",
                "mira winter feeds 9 owls",
                "jkx8w-mz3pq-7rtvh-c2n5b-ay4ks",
                "грибы под снегом"
            })
    void whatHasWordsOfItsOwnIsTaken(String password) {
        assertThat(CommonPasswords.includes(password, "mira winter")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"passwordpassword xyz", "password password x y z"})
    void threeOtherCharactersAreTooFew(String password) {
        assertThat(CommonPasswords.includes(password, "ann")).isTrue();
        assertThat(CommonPasswords.includes(password + "w", "ann")).isFalse();
    }

    /** Nobody is told that their password contains their name because one letter does. */
    @ParameterizedTest
    @ValueSource(strings = {"gentle bicycle"})
    void aShortNameIsNoPiece(String password) {
        assertThat(CommonPasswords.includes(password, "e")).isFalse();
    }
}
