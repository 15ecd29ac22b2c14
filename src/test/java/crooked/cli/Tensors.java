package crooked.cli;

import ai.djl.ndarray.NDArray;
import crooked.Crooked;
import crooked.training.Network;

/** Breaks: only the network and its training use DJL, nobody passes tensors on, nothing knows the entry point. */
final class Tensors {

    long count(NDArray tensor) {
        return tensor.size();
    }

    Object passedOn() {
        return Network.embed();
    }

    Class<?> main() {
        return Crooked.class;
    }
}
