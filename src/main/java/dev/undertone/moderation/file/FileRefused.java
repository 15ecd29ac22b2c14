package dev.undertone.moderation.file;

import org.springframework.util.unit.DataSize;

/** Something asked of the file intake that cannot be done. */
public abstract sealed class FileRefused extends RuntimeException {

    private FileRefused(String fact) {
        super(fact);
    }

    /** There is no file of this id. */
    public static final class NoSuchFile extends FileRefused {

        /** Says which one. */
        public NoSuchFile() {
            super("There is no file of this id.");
        }
    }

    /** What is over cannot be cancelled. */
    public static final class AlreadyOver extends FileRefused {
        AlreadyOver(FileJobId id, FileJobState state) {
            super("The file " + id + " is " + state + " already; there is nothing left to cancel.");
        }
    }

    /** The rejected rows are not kept any more. */
    public static final class RowsRemoved extends FileRefused {
        RowsRemoved(FileJobId id) {
            super("The rejected rows of the file " + id + " have been removed.");
        }
    }

    /** The upload is larger than allowed. */
    public static final class TooLarge extends FileRefused {
        TooLarge(DataSize most) {
            super("The file is larger than " + most.toBytes()
                    + " bytes (undertone.moderation.file.max-upload); split it and send the parts.");
        }
    }

    /** There is no room for another file. */
    public static final class TooManyOpen extends FileRefused {
        TooManyOpen(int most) {
            super(most + " files wait or run already; send this one when some of them are done.");
        }
    }

    /** The same idempotency key came with another file, name or channel. */
    public static final class KeyReused extends FileRefused {
        KeyReused() {
            super("This Idempotency-Key was used for another file, name or channel; nothing was taken. Use a new key.");
        }
    }

    /** The first upload of the same idempotency key has not come to its end. */
    public static final class StillComing extends FileRefused {
        StillComing() {
            super("The first upload with this Idempotency-Key is still being received; ask again later.");
        }
    }

    /** The idempotency key is none. */
    public static final class BadKey extends FileRefused {
        BadKey() {
            super("The header Idempotency-Key needs 1 to 255 printable ASCII characters, not all of them spaces.");
        }
    }

    /** What came cannot be a file of submissions. */
    public static final class NotAcceptable extends FileRefused {
        NotAcceptable(String fact) {
            super(fact);
        }
    }
}
