package dev.undertone.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerAddressTests {

    @Test
    void twoAddressesOfOneSlash64AreOneCaller() {
        assertThat(CallerAddress.of("2001:db8:1:2::1")).isEqualTo(CallerAddress.of("2001:db8:1:2:ffff:ffff:ffff:ffff"));
    }

    @Test
    void neighbouringSlash64sAreTwoCallers() {
        assertThat(CallerAddress.of("2001:db8:1:2::1")).isNotEqualTo(CallerAddress.of("2001:db8:1:3::1"));
    }

    @Test
    void everyIpv4AddressIsACallerOfItsOwn() {
        assertThat(CallerAddress.of("192.0.2.1")).isNotEqualTo(CallerAddress.of("192.0.2.2"));
    }

    @Test
    void anIpv4AddressInIpv6ClothesIsTheSameCaller() {
        assertThat(CallerAddress.of("::ffff:192.0.2.1")).isEqualTo(CallerAddress.of("192.0.2.1"));
    }

    @Test
    void theInterfaceAnAddressCameInByMakesNoOtherCaller() {
        assertThat(CallerAddress.of("fe80::1%eth0")).isEqualTo(CallerAddress.of("fe80::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host.example", "999.1.1.1", ":::::", "a b"})
    void whatIsNoAddressIsOneCallerAndIsNotLookedUp(String nonsense) {
        assertThat(CallerAddress.of(nonsense)).isEqualTo(new CallerAddress("unknown"));
    }
}
