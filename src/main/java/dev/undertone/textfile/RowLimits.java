package dev.undertone.textfile;

/**
 * How much is read before a file is refused.
 *
 * @param bytes bytes of the file as it comes, before unpacking
 * @param unpackedBytes bytes after unpacking
 * @param ratio unpacked bytes for each byte read; looked at only after the first unpacked megabyte
 * @param rowBytes bytes of one row
 * @param rows number of rows, bad ones among them
 * @param textLength UTF-16 code units of one text; a longer one is a bad row and does not stop the reading
 */
public record RowLimits(long bytes, long unpackedBytes, int ratio, int rowBytes, long rows, int textLength) {

    /** The longest text that a row may have unless told otherwise, in UTF-16 code units. */
    public static final int TEXT_LENGTH = 20_000;

    private static final int ROW_BYTES = 1 << 20;
    private static final int RATIO = 200;

    /** Refuses a limit that would let nothing through. */
    public RowLimits {
        requirePositive("bytes", bytes);
        requirePositive("unpackedBytes", unpackedBytes);
        requirePositive("ratio", ratio);
        requirePositive("rowBytes", rowBytes);
        requirePositive("rows", rows);
        requirePositive("textLength", textLength);
    }

    /** For a file that a stranger sent: at most this many bytes, unpacked bytes and rows. */
    public static RowLimits forUploads(long bytes, long unpackedBytes, long rows) {
        return new RowLimits(bytes, unpackedBytes, RATIO, ROW_BYTES, rows, TEXT_LENGTH);
    }

    /** For a file on the user's own disk: only rows and the ratio of unpacking are held within sense. */
    public static RowLimits forOwnFiles() {
        return new RowLimits(Long.MAX_VALUE, Long.MAX_VALUE, RATIO, ROW_BYTES, Long.MAX_VALUE, TEXT_LENGTH);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("limit " + name + " is " + value + ", expected a positive number");
        }
    }
}
