package dev.undertone.modelstore;

/**
 * How weights are stored.
 *
 * @param type the element type of every tensor: F32, F16 or BF16
 * @param maxFileBytes the size of a file in bytes from which on another is started
 */
public record WeightsFormat(TensorType type, long maxFileBytes) {

    /** Full precision in files of at most 2 GB. */
    public static final WeightsFormat F32 = new WeightsFormat(TensorType.F32, 2_000_000_000L);

    /** Half precision in files of at most 50 MB, as checkpoints are shipped with the repository. */
    public static final WeightsFormat SHIPPED = new WeightsFormat(TensorType.F16, 50_000_000L);

    /** Refuses types that lose too much or too little, and files of no size. */
    public WeightsFormat {
        if (type != TensorType.F32 && type != TensorType.F16 && type != TensorType.BF16) {
            throw new IllegalArgumentException("weights are stored as F32, F16 or BF16, not as " + type);
        }
        if (maxFileBytes <= 0) {
            throw new IllegalArgumentException("a file of at most " + maxFileBytes + " bytes holds nothing");
        }
    }
}
