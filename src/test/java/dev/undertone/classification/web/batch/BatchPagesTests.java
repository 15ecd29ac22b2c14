package dev.undertone.classification.web.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.classification.web.Keywords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(
        properties = {
            "undertone.classification.batch.max-rows=150",
            "undertone.classification.batch.max-unpacked=100KB",
            "undertone.classification.batch.max-jobs=50"
        })
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(Keywords.class)
class BatchPagesTests {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lines.txt | so happy today%nso furious today",
                "rows.csv | text,label%nso happy today,joy%nso furious today,anger",
                "rows.jsonl | {\"text\":\"so happy today\"}%n{\"text\":\"so furious today\"}"
            })
    void everyFormatIsReadPlainAndPacked(String name, String content) throws IOException {
        String text = content.replace("%n", "\n");
        assertThat(csv(finished(handIn(name, text.getBytes(StandardCharsets.UTF_8)))))
                .contains("so happy today,joy,0.9", "so furious today,anger,0.9");
        assertThat(csv(finished(handIn(name + ".gz", packed(text)))))
                .contains("so happy today,joy,0.9", "so furious today,anger,0.9");
    }

    @Test
    void aBadRowIsListedWithItsLineAndTheOthersAreScored() {
        String job = finished(
                handIn("a.jsonl", utf8("{\"text\":\"so sad today\"}\n{\"nonsense\n{\"text\":\"i am happy now\"}")));
        assertThat(mvc.get().uri(job)).bodyText().contains("One row could not be read", "Line 2");
        assertThat(csv(job)).contains("so sad today,sadness", "i am happy now,joy");
        assertThat(mvc.get().uri(job + "/bad-rows.csv")).bodyText().startsWith("line,reason\r\n2,");
    }

    @Test
    void cellsThatASpreadsheetWouldCarryOutAreMadeHarmless() {
        String csv =
                csv(finished(handIn("a.txt", utf8("=SUM(A1) so happy\n+1 i am happy\n-1 i am sad\n@you are happy"))));
        assertThat(csv).contains(",'=SUM(A1) so happy,", ",'+1 i am happy,", ",'-1 i am sad,", ",'@you are happy,");
    }

    @Test
    void jsonLinesHaveTheShapeOfTheEndpointsResults() {
        String job = finished(handIn("a.txt", utf8("i am so scared now")));
        assertThat(mvc.get().uri(job + "/result.jsonl"))
                .hasHeader("Content-Disposition", "attachment; filename=\"undertone-result.jsonl\"")
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"line":1,"text":"i am so scared now","emotion":"fear","probability":0.9,
                         "scores":{"sadness":0.02,"joy":0.02,"love":0.02,"anger":0.02,"fear":0.9,"surprise":0.02},
                         "sentiment":"negative","tokens":7,"notices":[]}
                        """);
    }

    @Test
    void theTableIsSortedAndPagedByTheService() {
        String job = finished(handIn("a.txt", utf8("so happy today\n".repeat(110) + "so furious today\n")));
        assertThat(mvc.get().uri(job + "?sort=anger&order=desc"))
                .bodyText()
                .containsSubsequence("aria-sort=\"descending\"", "so furious today", "so happy today", "Page 1 of 2");
        assertThat(mvc.get().uri(job + "?page=2")).bodyText().contains("so furious today", "Page 2 of 2");
        assertThat(mvc.get().uri(job + "?page=99&sort=nonsense&order=%00")).hasStatusOk();
    }

    @Test
    void moreRowsThanTakenOnAreRefusedBeforeAnyIsScored() {
        assertThat(handIn("a.txt", utf8("so happy today\n".repeat(151))))
                .hasStatus(413)
                .bodyText()
                .contains("more than one batch takes", "150 rows");
    }

    @Test
    void aFileThatGrowsTooLargeWhenUnpackedIsRefused() throws IOException {
        assertThat(handIn("a.txt.gz", packed("so happy today ".repeat(20_000)))).hasStatus(413);
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWithItsLine() {
        byte[] latin1 = "so happy today\ncaf\u00e9 society\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(handIn("a.txt", latin1)).hasStatus(422).bodyText().contains("line 2", "cannot be read");
    }

    @Test
    void nothingAtAllAndBothAtOnceAreRefused() {
        assertThat(mvc.post().uri("/batch").param("pasted", " \n ")).hasStatus(422);
        assertThat(mvc.post()
                        .multipart()
                        .uri("/batch")
                        .file(new MockMultipartFile("file", "a.txt", null, utf8("so happy")))
                        .param("pasted", "so sad"))
                .hasStatus(422)
                .bodyText()
                .contains("one too many", "so sad");
    }

    @Test
    void pastedLinesAreABatchToo() {
        MvcTestResult answer =
                mvc.post().uri("/batch").param("pasted", "so happy today").exchange();
        assertThat(csv(finished(answer))).contains("so happy today,joy");
    }

    @Test
    void progressTellsTheScriptToReloadWhenItIsOver() {
        String job = finished(handIn("a.txt", utf8("so happy today")));
        assertThat(mvc.get().uri(job + "/progress")).hasHeader("HX-Refresh", "true");
    }

    @Test
    void aDeletedBatchAndAnUnknownOneAreNotThere() {
        String job = finished(handIn("a.txt", utf8("so happy today")));
        assertThat(mvc.post().uri(job + "/forget")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri(job)).hasStatus(404);
        assertThat(mvc.get().uri("/batch/" + "0".repeat(32))).hasStatus(404);
        assertThat(mvc.get().uri("/batch/nonsense/result.csv")).hasStatus(404);
    }

    private MvcTestResult handIn(String name, byte[] content) {
        return mvc.post()
                .multipart()
                .uri("/batch")
                .file(new MockMultipartFile("file", name, null, content))
                .exchange();
    }

    private String finished(MvcTestResult handedIn) {
        String job = java.util.Objects.requireNonNull(handedIn.getResponse().getRedirectedUrl());
        Awaitility.await()
                .until(() -> mvc.get()
                                .uri(job + "/progress")
                                .exchange()
                                .getResponse()
                                .getHeader("HX-Refresh")
                        != null);
        return job;
    }

    private String csv(String job) {
        MvcTestResult csv = mvc.get().uri(job + "/result.csv").exchange();
        return new String(csv.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(utf8(text));
        }
        return bytes.toByteArray();
    }
}
