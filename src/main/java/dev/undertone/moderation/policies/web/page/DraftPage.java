package dev.undertone.moderation.policies.web.page;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import dev.undertone.moderation.Submissions;
import dev.undertone.moderation.policies.NewVersion;
import dev.undertone.moderation.policies.PolicyDetails;
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

    /** The whole page. */
    String show(UUID policy, DraftForm form, Draft draft, Model page) {
        PolicyDetails stored = shelf.find(policy);
        page.addAttribute("policy", stored);
        page.addAttribute("form", form);
        page.addAttribute("emotions", Emotion.inOrder());
        page.addAttribute("notices", Arrays.asList(Notice.values()));
        page.addAttribute("kinds", Arrays.asList(ConditionForm.Kind.values()));
        page.addAttribute("queues", queues(form));
        NewVersion version = draft.version();
        if (version == null) {
            page.addAttribute("histogram", new HistogramView(histograms.ofAll()));
            page.addAttribute("draft", draft);
        } else {
            Previews.Trial trial = previews.tryOut(version.policy(), policy.toString());
            page.addAttribute("histogram", new HistogramView(trial.histogram()));
            addPreview(draft, version, trial.preview(), page);
        }
        return "policies/edit";
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

    /** What the rules would do, or what has to be mended before that can be said. */
    void addPreview(UUID policy, Draft draft, Model page) {
        NewVersion version = draft.version();
        if (version == null) {
            page.addAttribute("draft", draft);
        } else {
            addPreview(draft, version, previews.tryOut(version.policy(), policy.toString(), Selection.ALL), page);
        }
    }

    private void addPreview(Draft draft, NewVersion version, Previews.PreviewOfVersion found, Model page) {
        page.addAttribute("draft", draft);
        page.addAttribute("sentences", words.sentences(version.policy().rules()));
        page.addAttribute("preview", PreviewView.of(found, submissions, words));
    }
}
