package dev.undertone.classification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

final class UnusedHeapTests {

    @Test
    void littleOfTheHeapMayStayFreeFromNowOn() {
        UnusedHeap.giveBack();

        assertThat(option("MinHeapFreeRatio")).isEqualTo("10");
        assertThat(option("MaxHeapFreeRatio")).isEqualTo("30");
        assertThat(option("G1PeriodicGCInterval")).isEqualTo("60000");
    }

    private static String option(String name) {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption(name)
                .getValue();
    }
}
