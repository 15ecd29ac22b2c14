package dev.undertone.system.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/** The disk, with what H2 writes to it counted; its URL is {@code jdbc:h2:counted:} and a file. */
public final class CountedFiles extends FilePathWrapper {

    private static final AtomicLong WRITES = new AtomicLong();

    /** Writes so far, by all databases. */
    static long writes() {
        return WRITES.get();
    }

    @Override
    public String getScheme() {
        return "counted";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new CountedFile(getBase().open(mode));
    }

    /** One file. */
    private static final class CountedFile extends FileBaseDefault {

        private final FileChannel file;

        private CountedFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            WRITES.incrementAndGet();
            return file.write(from, position);
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public synchronized FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
