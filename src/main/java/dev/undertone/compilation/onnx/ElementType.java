package dev.undertone.compilation.onnx;

/** The types of elements that tensors have here, with their numbers in ONNX. */
public enum ElementType {
    FLOAT(1),
    UINT8(2),
    INT8(3),
    INT64(7),
    FLOAT16(10);

    private final int number;

    ElementType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
