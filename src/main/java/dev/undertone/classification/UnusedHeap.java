package dev.undertone.classification;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import com.sun.management.VMOption.Origin;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives heap that is not used back to the machine. Left to itself the virtual machine keeps more than twice what the
 * service needs, as it sizes the heap by the memory of the machine.
 */
final class UnusedHeap {

    private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

    static {
        // Percent of the heap that is free after a collection, at least and at most, before it grows or shrinks.
        OPTIONS.put("MinHeapFreeRatio", "10");
        OPTIONS.put("MaxHeapFreeRatio", "30");
        // Milliseconds without a collection after which there is one, so that it also shrinks when nobody asks
        // anything.
        OPTIONS.put("G1PeriodicGCInterval", "60000");
    }

    private UnusedHeap() {}

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
    }
}
