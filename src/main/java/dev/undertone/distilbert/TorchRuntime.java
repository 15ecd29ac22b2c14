package dev.undertone.distilbert;

import ai.djl.engine.Engine;
import java.util.Map;

/** Sets PyTorch up for this process, offline and with a fixed number of threads, before its first use. */
public final class TorchRuntime {

    private static final String THREADS = "ai.djl.pytorch.num_threads";

    private TorchRuntime() {}

    /** Keeps DJL from looking anything up outside this machine. */
    static void prepare() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }

    /**
     * Fixes how many threads one forward pass may use. PyTorch reads it once in a process, so the first call wins.
     *
     * @param threads at least 1
     */
    public static void useThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", expected at least 1");
        }
        if (System.getProperty(THREADS) == null) {
            System.setProperty(THREADS, Integer.toString(threads));
        }
    }

    /** Name and version of each framework below this package. */
    public static Map<String, String> versions() {
        return Map.of("Deep Java Library", Engine.getDjlVersion(), "PyTorch", engine().getVersion());
    }

    /** PyTorch; its native libraries are unpacked on first use. */
    static Engine engine() {
        prepare();
        return Engine.getEngine("PyTorch");
    }
}
