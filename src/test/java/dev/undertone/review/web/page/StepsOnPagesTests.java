package dev.undertone.review.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.login.Identity;
import dev.undertone.database.OnH2;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the forms beside an item lead to. */
@OnH2
class StepsOnPagesTests extends DeskPageCases {

    @Test
    void nextGoesDownTheListInItsOrderAndBeginsAnewAtItsEnd() {
        List<UUID> held = hold(3);
        String from = "";
        List<UUID> got = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            from = next("newest", "open", from, mo);
            got.add(UUID.fromString(from));
        }

        assertThat(got).containsExactly(held.get(2), held.get(1), held.get(0), held.get(2));
        assertThat(held.stream().filter(id -> holder(id).equals("Mo"))).containsExactly(held.get(2));
    }

    @Test
    void afterADecisionTheListIsWorkedFromItsTop() {
        List<UUID> held = hold(3);
        String second = next("newest", "open", next("newest", "open", "", mo), mo);

        assertThat(decide(UUID.fromString(second), "APPROVED", mo, "sort", "newest"))
                .isEqualTo("/items/" + held.get(2) + "?sort=newest");
    }

    @Test
    void whoOpensTheQueueAnewGetsWhatTheyHaveTaken() {
        hold(3);
        String taken = next("newest", "open", "", mo);

        assertThat(next("newest", "open", "", mo)).isEqualTo(taken);
        assertThat(next("newest", "open", "", nell)).isNotEqualTo(taken);
        assertThat(next("newest", "open", taken, mo)).isNotEqualTo(taken);
    }

    @Test
    void nextPassesAllThatSomebodyHolds() {
        List<UUID> held = hold(3);
        held.forEach(id -> form(mo, "/items/" + id + "/claim"));
        String from = "";
        List<UUID> got = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            held.forEach(id -> jdbc.sql("update reviewable set status = 'HELD', lease_expires_at = null where id = ?")
                    .param(id)
                    .update());
            from = next("oldest", "mine", from, mo);
            got.add(UUID.fromString(from));
        }

        assertThat(got).containsExactly(held.get(0), held.get(1), held.get(2), held.get(0));
    }

    @Test
    void whoEscalatedIsOfferedToTakeItBackUntilSomebodyIsAtIt() {
        UUID id = hold(1).get(0);
        form(mo, "/items/" + id + "/claim");
        decide(id, "ESCALATED", mo);

        assertThat(offersUndo(id, mo)).isTrue();
        assertThat(offersUndo(id, nell)).isFalse();
        assertThat(offersUndo(id, lead)).isFalse();
        form(lead, "/items/" + id + "/claim");
        assertThat(offersUndo(id, mo)).isFalse();
    }

    @Test
    void anEscalationIsTakenBackFromItsPage() {
        UUID id = hold(1).get(0);
        form(mo, "/items/" + id + "/claim");
        decide(id, "ESCALATED", mo);
        form(mo, "/items/" + id + "/undo", "decision", text("decision_id", id));

        assertThat(text("status", id)).isEqualTo("OPEN");
        assertThat(holder(id)).isEqualTo("Mo");
    }

    @Test
    void nobodyIsOfferedAnUndoThatWouldBeRefusedAsTooLate() {
        UUID id = hold(1).get(0);
        form(mo, "/items/" + id + "/claim");
        decide(id, "ESCALATED", mo);
        clock.advance(Duration.ofHours(24));
        assertThat(offersUndo(id, mo)).isTrue();
        clock.advance(Duration.ofSeconds(1));

        assertThat(offersUndo(id, mo)).isFalse();
    }

    /** The id of the item that comes on screen. */
    private String next(String sort, String status, String from, Identity.OfPerson who) {
        String token = from.isEmpty() ? "" : text("lease_token", UUID.fromString(from));
        String address = form(who, "/queue/next", "sort", sort, "status", status, "from", from, "token", token);
        return address.replaceAll("^/items/([0-9a-f-]+).*", "$1");
    }

    private String decide(UUID id, String outcome, Identity.OfPerson who, String... more) {
        List<String> fields = new ArrayList<>(List.of("outcome", outcome));
        fields.addAll(List.of("version", text("version", id), "token", text("lease_token", id)));
        fields.addAll(List.of(more));
        return form(who, "/items/" + id + "/decision", fields.toArray(String[]::new));
    }

    private boolean offersUndo(UUID id, Identity.OfPerson who) {
        return page(id, who).contains("/items/" + id + "/undo");
    }
}
