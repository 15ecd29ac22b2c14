package dev.undertone.classification;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import com.sun.management.VMOption.Origin;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives memory that is not used back to the machine. Left to itself the virtual machine keeps more than twice the heap
 * that the service needs, as it sizes it by the memory of the machine, and the C library keeps what was freed.
 */
final class UnusedMemory {

    private static final Logger LOG = LoggerFactory.getLogger(UnusedMemory.class);

    /** What {@code jcmd} calls System.trim_native_heap; only where the C library can do it. */
    private static final String TRIM = "systemTrimNativeHeap";

    private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

    static {
        // Percent of the heap that is free after a collection, at least and at most, before it grows or shrinks.
        OPTIONS.put("MinHeapFreeRatio", "10");
        OPTIONS.put("MaxHeapFreeRatio", "30");
        // Milliseconds without a collection after which there is one, so that it also shrinks when nobody asks
        // anything.
        OPTIONS.put("G1PeriodicGCInterval", "60000");
    }

    private UnusedMemory() {}

    /** Does it now and from now on; what was chosen on the command line stays as it is. */
    static void giveBack() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        OPTIONS.forEach((name, value) -> {
            VMOption option = machine.getVMOption(name);
            if (option.isWriteable() && option.getOrigin() == Origin.DEFAULT) {
                machine.setVMOption(name, value);
            }
        });
        System.gc();
        trim();
    }

    /**
     * Native memory alone, for which no collector ever comes by; about 30 MB after some load, in a few milliseconds.
     */
    static void trim() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName commands = ObjectName.getInstance("com.sun.management:type=DiagnosticCommand");
            boolean known = Arrays.stream(server.getMBeanInfo(commands).getOperations())
                    .anyMatch(operation -> operation.getName().equals(TRIM));
            if (known) {
                LOG.debug("{}", server.invoke(commands, TRIM, new Object[0], new String[0]));
            }
        } catch (JMException e) {
            LOG.warn("Native memory that is not used cannot be given back: {}", e.toString());
        }
    }
}
