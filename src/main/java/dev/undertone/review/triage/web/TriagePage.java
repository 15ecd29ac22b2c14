package dev.undertone.review.triage.web;

import dev.undertone.account.Caller;
import dev.undertone.emotion.Emotion;
import dev.undertone.review.QueueNames;
import dev.undertone.review.decisions.BulkDecisions;
import dev.undertone.review.decisions.Outcome;
import dev.undertone.review.triage.Histogram;
import dev.undertone.review.triage.Portion;
import dev.undertone.review.triage.RecentBulks;
import dev.undertone.review.triage.Triage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the page shows. */
@Component
class TriagePage {

    private static final List<Outcome> CHOICES = Arrays.stream(Outcome.values())
            .filter(outcome -> outcome != Outcome.UNDONE)
            .toList();

    private final Triage triage;
    private final RecentBulks recent;
    private final QueueNames queues;

    TriagePage(Triage triage, RecentBulks recent, QueueNames queues) {
        this.triage = triage;
        this.recent = recent;
        this.queues = queues;
    }

    /** All of it. */
    void fill(Model page, TriageQuery query, Caller caller) {
        Histogram histogram = triage.histogram(query.filter());
        page.addAttribute("histogram", histogram);
        fillRange(page, query, caller, () -> histogram);
        page.addAttribute("chart", HistogramChart.of(histogram, query.bins()));
        page.addAttribute("emotions", Emotion.inOrder());
        page.addAttribute("queues", queues.known());
        Triage.Offer offer = triage.offer();
        page.addAttribute("rules", with(offer.rules(), query.filter().rule()));
        page.addAttribute("channels", with(offer.channels(), query.filter().channel()));
        page.addAttribute("recent", recent.of(caller));
    }

    /** What is chosen stays in the choice when nothing bears it any more. */
    private static Set<String> with(List<String> offered, Optional<String> chosen) {
        Set<String> all = new TreeSet<>(offered);
        chosen.ifPresent(all::add);
        return all;
    }

    /** What changes with the range. */
    void fillRange(Model page, TriageQuery query, Caller caller) {
        fillRange(page, query, caller, () -> triage.histogram(query.filter()));
    }

    private void fillRange(Model page, TriageQuery query, Caller caller, Supplier<Histogram> histogram) {
        Portion portion = triage.portion(query.filter(), query.bins(), query.draw(caller), caller);
        int count = portion.items().size();
        page.addAttribute("query", query);
        page.addAttribute("bins", query.bins());
        // Only a full portion leaves any to count.
        page.addAttribute(
                "inRange",
                count < BulkDecisions.MOST
                        ? count
                        : Math.max(count, histogram.get().in(query.bins())));
        page.addAttribute("count", count);
        page.addAttribute("elsewhere", portion.elsewhere());
        page.addAttribute("needsTyping", DecideForm.needsTyping(count));
        page.addAttribute("items", ItemList.write(portion.items()));
        page.addAttribute("outcomes", CHOICES);
        page.addAttribute(
                "sample",
                portion.sample().stream()
                        .map(item ->
                                SampleRow.of(item, query.which(), caller.actor().id()))
                        .toList());
        if (!page.containsAttribute("form")) {
            page.addAttribute("form", DecideForm.EMPTY);
        }
    }
}
