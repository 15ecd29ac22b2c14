package dev.undertone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every package says in one sentence what it is for, and that null does not pass its methods. */
final class PackageInfoTests {

    private static final Pattern JAVADOC = Pattern.compile("\\A/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern ONE_SENTENCE = Pattern.compile("\\p{Lu}(?:[^.!?]|[.!?](?=\\S))*\\.");

    @Test
    void everyPackageExplainsItselfInOneSentence() throws IOException {
        assertThat(faults(Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void anUnexplainedPackageIsSeen() throws IOException {
        assertThat(faults(Path.of("src/test/java/crooked")))
                .contains(
                        "src/test/java/crooked/cli has no package-info.java",
                        "src/test/java/crooked/emotion/package-info.java is not one sentence: Has moods. And more.",
                        "src/test/java/crooked/training/package-info.java has no Javadoc",
                        "src/test/java/crooked/training/package-info.java is not @NullMarked");
    }

    private static List<String> faults(Path root) throws IOException {
        List<String> faults = new ArrayList<>();
        List<Path> packages;
        try (Stream<Path> files = Files.walk(root)) {
            packages = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
        assertThat(packages).as("packages in " + root).isNotEmpty();
        for (Path folder : packages) {
            Path info = folder.resolve("package-info.java");
            if (Files.exists(info)) {
                addFaults(info, Files.readString(info), faults);
            } else {
                faults.add(folder + " has no package-info.java");
            }
        }
        return faults;
    }

    private static void addFaults(Path info, String source, List<String> faults) {
        Matcher javadoc = JAVADOC.matcher(source);
        if (!javadoc.find()) {
            faults.add(info + " has no Javadoc");
        } else {
            String text = javadoc.group(1)
                    .replaceAll("\\n \\*", " ")
                    .replaceAll("\\s+", " ")
                    .strip();
            if (!ONE_SENTENCE.matcher(text).matches()) {
                faults.add(info + " is not one sentence: " + text);
            }
        }
        if (source.lines().noneMatch("@NullMarked"::equals)) {
            faults.add(info + " is not @NullMarked");
        }
    }
}
