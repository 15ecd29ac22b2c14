package dev.undertone.moderation.file;

import dev.undertone.audit.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** Lets tests outside of this package have files worked on, and tells them the limits. */
public final class FileWork {

    private final ApplicationContext context;

    /** Works with the parts of a running service. */
    public FileWork(ApplicationContext context) {
        this.context = context;
    }

    /** Works on every file that can go on. */
    public void off() {
        context.getBean(FileWorker.class).workOff(() -> true);
    }

    /** Does something while a file is on its way that somebody has sent with a key. */
    public void whileOneIsComing(String sender, String key, Runnable doing) throws IOException {
        Actor by = new Actor(Actor.Kind.API_KEY, sender, "forum", Optional.empty());
        context.getBean(FileIntake.class)
                .receive(
                        new FileOffer("posts.csv", Optional.of("forum"), Optional.of(key), by),
                        interrupted("text\nslow\n", doing));
    }

    /** A body at whose beginning something is done. */
    static InputStream interrupted(String content, Runnable doing) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)) {
            private boolean done;

            @Override
            public int read(byte[] buffer) throws IOException {
                if (!done) {
                    done = true;
                    doing.run();
                }
                return super.read(buffer);
            }
        };
    }

    /** Removes what is too old. */
    public void tidy() {
        context.getBean(FileHousekeeping.class).tidy();
    }

    /** The largest upload in bytes. */
    public long maxUpload() {
        return context.getBean(FileIntakeSettings.class).maxUpload().toBytes();
    }

    /** How many files may be open. */
    public int maxOpen() {
        return context.getBean(FileIntakeSettings.class).maxOpen();
    }

    /** What uploads left behind that did not come to their end. */
    public List<Path> partialUploads() {
        return uploads(".part");
    }

    /** What lies in the folder of uploads with such an ending. */
    List<Path> uploads(String ending) {
        try (Stream<Path> files =
                Files.list(context.getBean(DataFolder.class).dataDir().resolve("uploads"))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
