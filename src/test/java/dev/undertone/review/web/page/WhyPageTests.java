package dev.undertone.review.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why an item is here, as its page says it. */
@OnH2
class WhyPageTests extends DeskPageCases {

    @Test
    void aRuleWithoutAThresholdSaysWhatTheModelReadAndThatItWasUnsure() {
        UUID id = hold(1).get(0);
        judgedBy("""
                {"rule":"unsure","text":"The model is unsure."}""", "UNCERTAIN");

        assertThat(why(id))
                .contains("<td>anger</td>")
                .contains("0.90, this rule has no threshold")
                .contains("the model was unsure between anger (90\u00a0%) and sadness (2\u00a0%)")
                .doesNotContain("<td>–</td>");
    }

    @Test
    void aRuleWithoutAThresholdDoesNotCallASureModelUnsure() {
        UUID id = hold(1).get(0);
        judgedBy("""
                {"rule":"short","text":"The text is very short."}""", "SHORT_TEXT");

        assertThat(why(id)).contains("anger (90\u00a0%) comes before sadness (2\u00a0%)");
    }

    @Test
    void aRuleWithAThresholdIsComparedWithIt() {
        assertThat(why(hold(1).get(0))).contains(", threshold ").doesNotContain("comes before");
    }

    @Test
    void theNumbersBesideTheWordsSayWhatTheyCount() {
        String html = page(hold(1).get(0) + "?words=true", mo);

        assertThat(html)
                .contains("<q>furious</q>", "−40 points")
                .contains("The score for anger has 0 to 100 points; it loses so many of them without the word.");
    }

    private void judgedBy(String reason, String notice) {
        jdbc.sql("update submission set notices = ?, judgement = ?")
                .params(notice, "{\"reasons\":[" + reason + "],\"weight\":1}")
                .update();
    }

    private String why(UUID id) {
        String html = page(id, mo);
        int start = html.indexOf("<table class=\"why\"");
        return html.substring(start, html.indexOf("</table>", start));
    }
}
