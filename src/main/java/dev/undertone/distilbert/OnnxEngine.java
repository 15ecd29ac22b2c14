package dev.undertone.distilbert;

import ai.djl.engine.Engine;

/** Sets ONNX Runtime up for this process, offline and apart from PyTorch, which serving does not need. */
final class OnnxEngine {

    private OnnxEngine() {}

    /** ONNX Runtime; its native libraries are unpacked on first use. */
    static Engine engine() {
        TorchRuntime.prepare();
        // DJL otherwise loads PyTorch, too, for operators on arrays that are not used here.
        System.setProperty("ai.djl.onnx.disable_alternative", "true");
        return Engine.getEngine("OnnxRuntime");
    }
}
