package dev.undertone.moderation.erasure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every column of every table and every file under a folder, to look for words in; packed ones are unpacked. */
record EverythingKept(JdbcTemplate jdbc, Path folder) {

    /** Where the words are: {@code table.column}, or the path of a file. */
    Set<String> placesOf(String words) {
        Set<String> places = new TreeSet<>();
        for (String[] column : columns()) {
            List<Object> values =
                    jdbc.queryForList("select \"" + column[1] + "\" from \"" + column[0] + "\"", Object.class);
            if (values.stream().anyMatch(value -> holds(value, words))) {
                places.add((column[0] + "." + column[1]).toLowerCase(java.util.Locale.ROOT));
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (holds(Files.readAllBytes(file), words)) {
                    places.add("file " + folder.relativize(file).getName(0));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }

    private List<String[]> columns() {
        return jdbc.query("""
                select c.table_name, c.column_name from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                where lower(c.table_schema) = 'public' and t.table_type = 'BASE TABLE'
                """, (row, number) -> new String[] {row.getString(1), row.getString(2)});
    }

    private static boolean holds(Object value, String words) {
        byte[] bytes = value instanceof byte[] raw ? raw : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        return contains(bytes, words) || contains(unpacked(bytes), words);
    }

    private static boolean contains(byte[] bytes, String words) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .contains(new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private static byte[] unpacked(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException notPacked) {
            return new byte[0];
        }
    }
}
