package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LexiconCommandTests {

    private static final String MEANT = "i feel so amazed today";
    private static final String TYPED = "i feel so amzaed tooday";

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));

    @BeforeEach
    void open() {
        workshop = new Workshop(folder).with("tiny");
    }

    @Test
    void slipsAreReadAsWhatWasMeantOnceTheWordsAreCounted() {
        assertThat(scores(TYPED)).isNotEqualTo(scores(MEANT));

        Answer answer = lexicon();

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.output()).containsExactly("tiny: 8 words of 240 texts (lexicon --data DIR)");
        assertThat(scores(TYPED)).isEqualTo(scores(MEANT));
        assertThat(workshop.run("checkpoint", "verify", "tiny").exitCode()).isZero();
    }

    @Test
    void postsAreCountedTooWhateverTheirLabels() {
        workshop.file("labels.txt", "anger", "neutral");
        Path posts = workshop.file("posts.tsv", "Tables, TABLES\t0,1\ta", "it wonders\t1\tb");

        Answer answer = lexicon("--posts", posts.toString());

        assertThat(answer.output())
                .containsExactly("tiny: 10 words of 242 texts (lexicon --data DIR --posts posts.tsv)");
        assertThat(workshop.store().resolve("tiny/lexicon.txt")).content().contains("\ntables 2\n", "\nwonders 1\n");
    }

    @Test
    void aLexiconThatIsNoneIsRefusedByNameAndNothingIsClassified() {
        workshop.file("store/tiny/lexicon.txt", "happy 3");

        Answer answer = workshop.run("classify", "--checkpoint", "tiny", MEANT);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.errors()).singleElement().asString().contains("lexicon.txt", "line 1");
    }

    private Answer lexicon(String... more) {
        String texts = workshop.texts(240).toString();
        return workshop.run(List.of("lexicon", "--checkpoint", "tiny", "--data", texts), more);
    }

    private JsonNode scores(String text) {
        Answer answer = workshop.run("classify", "--checkpoint", "tiny", "--json", text);
        return JsonMapper.shared().readTree(answer.output().get(0)).get("scores");
    }
}
