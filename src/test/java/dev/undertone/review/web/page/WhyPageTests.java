package dev.undertone.review.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import java.time.Duration;
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
    void otherRulesThatFiredAreCountedBesideTheOneThatDecided() {
        UUID id = hold(1).get(0);
        judgedBy("""
                {"rule":"unsure","text":"The model is unsure."},{"rule":"short","text":"The text is short."}""", "UNCERTAIN");

        assertThat(why(id)).containsPattern("</span>\\s+<span class=\"soft\">and 1 other</span>");
    }

    @Test
    void waitingIsSaidInThePartOfTheTargetThatHasPassed() {
        UUID id = hold(1).get(0);
        clock.advance(Duration.ofMinutes(47));

        assertThat(why(id))
                .contains("+ 1.00 waiting")
                .contains("Waiting: 48 min of the 4 h that the conduct queue aims for; all 4 h would add 5.");
    }

    @Test
    void aLongWaitIsSaidInWholeNumbersAndInTargets() {
        UUID id = hold(1).get(0);
        clock.advance(Duration.ofDays(3));

        assertThat(why(id))
                .containsPattern("<span>9[0-2] = [0-9.]+ severity [+] [0-9.]+ doubt [+] 90 waiting</span>")
                .contains("Waiting: 3 d, 18 times the 4 h that the conduct queue aims for; each 4 h add 5.");
    }

    @Test
    void whatIsDecidedWaitsNoLonger() {
        UUID id = hold(1).get(0);
        form(mo, "/items/" + id + "/claim");
        form(mo, "/items/" + id + "/decision", "outcome", "APPROVED", "version", text("version", id), "token", "1");

        assertThat(why(id)).doesNotContain("Waiting:");
    }

    @Test
    void theNumbersBesideTheWordsSayWhatTheyCount() {
        String html = page(hold(1).get(0) + "?words=true", mo);

        assertThat(html)
                .contains("<q><bdi>furious</bdi></q>", "−40 points")
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
