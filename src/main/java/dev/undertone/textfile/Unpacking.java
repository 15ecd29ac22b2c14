package dev.undertone.textfile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks a file if its first bytes say gzip, whatever its name, and holds both sides to their limits. */
final class Unpacking {

    private static final int BUFFER = 1 << 14;
    private static final int RATIO_COUNTS_FROM = 1 << 20;

    private Unpacking() {}

    /**
     * Opens the bytes of the text itself.
     *
     * @throws IOException if the first bytes cannot be read
     * @throws UnreadableFile while reading, when a limit is passed
     */
    static InputStream open(NamedFile file, InputStream in, RowLimits limits) throws IOException {
        LimitedInput packed = new LimitedInput(in, total -> {
            if (total > limits.bytes()) {
                throw file.tooLarge("larger than " + limits.bytes() + " bytes");
            }
        });
        Peekable peekable = new Peekable(packed);
        if (!startsLikeGzip(peekable)) {
            return new LimitedInput(peekable, total -> refuseOver(file, total, limits));
        }
        return new LimitedInput(new Gunzip(peekable), total -> {
            refuseOver(file, total, limits);
            if (total > RATIO_COUNTS_FROM && total / limits.ratio() > packed.count()) {
                throw file.tooLarge("unpacks to more than " + limits.ratio() + " times its size");
            }
        });
    }

    private static void refuseOver(NamedFile file, long total, RowLimits limits) {
        if (total > limits.unpackedBytes()) {
            throw file.tooLarge("holds more than " + limits.unpackedBytes() + " bytes of text");
        }
    }

    private static boolean startsLikeGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }

    /**
     * The JDK's reader takes an archive to end where nothing is available, which a slow stream is between two parts.
     */
    private static final class Peekable extends BufferedInputStream {

        private boolean more;

        Peekable(InputStream in) {
            super(in, BUFFER);
        }

        @Override
        public synchronized int available() throws IOException {
            mark(1);
            int next = read();
            reset();
            more = next >= 0;
            return more ? 1 : 0;
        }
    }

    /**
     * The JDK's reader calls itself for each empty member, so that a long chain of them would end the stack. What
     * follows a member without being one, such as the beginning of one that was cut off, it takes for the end.
     */
    private static final class Gunzip extends GZIPInputStream {

        private static final int MEMBERS_WITHOUT_A_BYTE = 50;

        private static final int TRAILER = 8;

        private final Peekable packed;
        private int depth;

        Gunzip(Peekable in) throws IOException {
            super(in, BUFFER);
            this.packed = in;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (depth > MEMBERS_WITHOUT_A_BYTE) {
                throw new ZipException("more than " + MEMBERS_WITHOUT_A_BYTE + " empty parts in a row");
            }
            depth++;
            try {
                int got = super.read(buffer, offset, length);
                // It asks what is there behind a member, and goes on if that is another.
                if (got < 0 && (packed.more || inf.getRemaining() > TRAILER)) {
                    throw new ZipException("something else follows the last part");
                }
                return got;
            } finally {
                depth--;
            }
        }
    }
}
