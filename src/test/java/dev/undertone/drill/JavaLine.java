package dev.undertone.drill;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Words that start a program of ours in a process of its own, which a test can stop or kill. */
public final class JavaLine {

    private JavaLine() {}

    /**
     * The line, to which the program's arguments can be added; on few cores and little memory, for the test runs beside
     * it.
     *
     * @param program the name of its main class
     * @param options of the virtual machine
     */
    public static List<String> of(String program, String... options) {
        List<String> line = machine();
        line.addAll(List.of(options));
        line.addAll(List.of("-cp", classPath(), program));
        return line;
    }

    /** The same for a jar that can be run. */
    static List<String> ofJar(Path jar) {
        List<String> line = machine();
        line.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        return line;
    }

    private static List<String> machine() {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        return line;
    }

    /** It may be started in another folder, where relative paths mean something else. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
