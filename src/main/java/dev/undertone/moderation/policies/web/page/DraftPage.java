package dev.undertone.moderation.policies.web.page;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import dev.undertone.moderation.Submissions;
import dev.undertone.moderation.policies.PolicyShelf;
import dev.undertone.moderation.policies.preview.Previews;
import dev.undertone.moderation.policies.preview.ScoreHistograms;
import dev.undertone.moderation.policies.preview.Selection;
import dev.undertone.moderation.policies.web.page.DraftForm.Draft;
import dev.undertone.policy.QueueName;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page on which rules are written. */
@Component
class DraftPage {

    private static final List<String> QUEUES =
            List.of(QueueName.CONDUCT.value(), QueueName.CARE.value(), QueueName.UNCERTAIN.value());

    private final PolicyShelf shelf;
    private final Previews previews;
    private final ScoreHistograms histograms;
    private final Submissions submissions;
    private final PolicyWords words;

    DraftPage(
            PolicyShelf shelf,
            Previews previews,
            ScoreHistograms histograms,
            Submissions submissions,
            PolicyWords words) {
        this.shelf = shelf;
        this.previews = previews;
        this.histograms = histograms;
        this.submissions = submissions;
        this.words = words;
    }

    /** The whole page; it asks by itself for what the rules would do, as that takes longer. */
    String show(UUID policy, DraftForm form, Draft draft, Model page) {
        addDraft(draft, page);
        return fill(policy, form, page);
    }

    /** The whole page with what the rules would do, for browsers without scripts. */
    String showWithPreview(UUID policy, DraftForm form, Draft draft, Model page) {
        addPreview(policy, draft, page);
        return fill(policy, form, page);
    }

    private String fill(UUID policy, DraftForm form, Model page) {
        page.addAttribute("policy", shelf.find(policy));
        page.addAttribute("form", form);
        page.addAttribute("histogram", new HistogramView(histograms.of(emotions(form))));
        page.addAttribute("emotions", Emotion.inOrder());
        page.addAttribute("notices", Arrays.asList(Notice.values()));
        page.addAttribute("kinds", Arrays.asList(ConditionForm.Kind.values()));
        page.addAttribute("queues", queues(form));
        return "policies/edit";
    }

    /** Those that a threshold is set for. */
    private static Set<Emotion> emotions(DraftForm form) {
        return form.all().stream()
                .flatMap(rule -> rule.all().stream())
                .map(ConditionForm::emotion)
                .filter(Objects::nonNull)
                .flatMap(label -> Emotion.withLabel(label).stream())
                .collect(Collectors.toSet());
    }

    /** The usual queues and whatever the rules name. */
    private static Set<String> queues(DraftForm form) {
        Set<String> queues = new TreeSet<>(QUEUES);
        form.all().stream()
                .map(RuleForm::queue)
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .forEach(queues::add);
        return queues;
    }

    private void addDraft(Draft draft, Model page) {
        page.addAttribute("draft", draft);
        if (draft.version() != null) {
            page.addAttribute(
                    "sentences", words.sentences(draft.version().policy().rules()));
        }
    }

    /** What the rules would do, or what has to be mended before that can be said. */
    void addPreview(UUID policy, Draft draft, Model page) {
        addDraft(draft, page);
        if (draft.version() != null) {
            Previews.PreviewOfVersion found =
                    previews.tryOut(draft.version().policy(), policy.toString(), Selection.ALL);
            page.addAttribute("preview", PreviewView.of(found, submissions, words));
        }
    }
}
