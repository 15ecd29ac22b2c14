package dev.undertone.classification.web.batch;

import dev.undertone.classification.TextFault;
import dev.undertone.textfile.RowLimits;
import dev.undertone.textfile.TextRow;
import dev.undertone.textfile.TextRow.BadRow;
import dev.undertone.textfile.TextRow.GoodRow;
import dev.undertone.textfile.TextRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/**
 * What somebody brought: every row of a file or of a pasted text, sorted into good and bad.
 *
 * @param name what to call it
 * @param rows the texts
 * @param bad the rows without a usable text
 */
record Upload(String name, List<GoodRow> rows, List<BadRow> bad) {

    /**
     * Reads a file.
     *
     * @throws dev.undertone.textfile.UnreadableFile if it is too large or is no file of texts
     */
    static Upload read(MultipartFile file, BatchSettings settings) throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream in = file.getInputStream()) {
            return read(name == null || name.isBlank() ? "file" : name, in, settings);
        }
    }

    /**
     * Reads a pasted text.
     *
     * @throws dev.undertone.textfile.UnreadableFile if it is too large
     */
    static Upload read(String name, String pasted, BatchSettings settings) {
        return read(name, new ByteArrayInputStream(pasted.getBytes(StandardCharsets.UTF_8)), settings);
    }

    boolean isEmpty() {
        return rows.isEmpty() && bad.isEmpty();
    }

    private static Upload read(String name, InputStream in, BatchSettings settings) {
        List<GoodRow> rows = new ArrayList<>();
        List<BadRow> bad = new ArrayList<>();
        try (TextRows all = TextRows.open(name, in, limits(settings))) {
            while (all.hasNext()) {
                TextRow row = all.next();
                if (row instanceof GoodRow good && TextFault.in(good.text()).isEmpty()) {
                    rows.add(good);
                } else if (row instanceof BadRow reported) {
                    bad.add(reported);
                } else {
                    bad.add(new BadRow(row.line(), "the text has no readable character"));
                }
            }
        }
        return new Upload(name, List.copyOf(rows), List.copyOf(bad));
    }

    private static RowLimits limits(BatchSettings settings) {
        return RowLimits.forUploads(
                settings.maxUpload().toBytes(), settings.maxUnpacked().toBytes(), settings.maxRows());
    }
}
