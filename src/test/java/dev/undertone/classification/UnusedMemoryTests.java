package dev.undertone.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class UnusedMemoryTests {

    @Test
    void littleOfTheHeapMayStayFreeFromNowOn() {
        UnusedMemory.giveBack();

        assertThat(option("MinHeapFreeRatio")).isEqualTo("10");
        assertThat(option("MaxHeapFreeRatio")).isEqualTo("30");
        assertThat(option("G1PeriodicGCInterval")).isEqualTo("60000");
    }

    private static String option(String name) {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption(name)
                .getValue();
    }

    /** Blocks of many small pieces, all of which are freed but the last: the C library keeps what lies below it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatWasFreedInNativeMemoryGoesBackToTheMachine() throws IOException {
        int block = 64 * 1024;
        ByteBuffer[] pieces = new ByteBuffer[2000];
        Arrays.setAll(pieces, i -> touched(ByteBuffer.allocateDirect(block)));
        ByteBuffer last = pieces[pieces.length - 1];
        long held = direct().getMemoryUsed();
        Arrays.fill(pieces, null);
        System.gc();
        await().until(() -> direct().getMemoryUsed() < held - 1900L * block);
        long before = residentKb();

        UnusedMemory.trim();

        assertThat(last.capacity()).isEqualTo(block);
        assertThat(before - residentKb()).isGreaterThan(50_000);
    }

    private static BufferPoolMXBean direct() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .findFirst()
                .orElseThrow();
    }

    private static ByteBuffer touched(ByteBuffer buffer) {
        for (int i = 0; i < buffer.capacity(); i += 4096) {
            buffer.put(i, (byte) 1);
        }
        return buffer;
    }

    private static long residentKb() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
