package dev.undertone.textfile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that pass and refuses the file as soon as there are too many. */
final class LimitedInput extends FilterInputStream {

    private final Check check;
    private long count;

    LimitedInput(InputStream in, Check check) {
        super(in);
        this.check = check;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            passed(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        if (got > 0) {
            passed(got);
        }
        return got;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        passed(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void passed(long bytes) {
        count += bytes;
        check.passed(count);
    }

    /** Throws {@link UnreadableFile} if so many bytes are too many. */
    interface Check {
        void passed(long total);
    }
}
