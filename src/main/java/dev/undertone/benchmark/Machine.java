package dev.undertone.benchmark;

import com.sun.management.OperatingSystemMXBean;
import dev.undertone.distilbert.CompiledModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a benchmark ran on; figures from another machine cannot be compared. */
final class Machine {

    private static final List<String> FLAGS = List.of("avx2", "avx_vnni", "avx512f", "avx512_vnni", "amx_int8");

    private Machine() {}

    /** Names and values, as they go into the report. */
    static Map<String, Object> describe() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cpu", cpu("model name"));
        facts.put("instructions", instructions());
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("memoryMb", system.getTotalMemorySize() >> 20);
        facts.put("loadAtStart", Math.round(100 * system.getSystemLoadAverage()) / 100.0);
        facts.put("os", system.getName() + " " + system.getVersion() + " " + system.getArch());
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        facts.put("engines", CompiledModel.versions());
        return facts;
    }

    private static List<String> instructions() {
        List<String> known = List.of(cpu("flags").split(" "));
        return FLAGS.stream().filter(known::contains).toList();
    }

    /** Linux says it; elsewhere it stays unknown. */
    private static String cpu(String name) {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(file)) {
            return "unknown";
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
