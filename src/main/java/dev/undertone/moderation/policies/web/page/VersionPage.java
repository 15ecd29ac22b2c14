package dev.undertone.moderation.policies.web.page;

import dev.undertone.moderation.Submissions;
import dev.undertone.moderation.policies.PolicyShelf;
import dev.undertone.moderation.policies.VersionDetails;
import dev.undertone.moderation.policies.VersionState;
import dev.undertone.moderation.policies.preview.Previews;
import dev.undertone.moderation.policies.preview.Selection;
import dev.undertone.moderation.policies.preview.Shadows;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of a version. */
@Component
class VersionPage {

    private final PolicyShelf shelf;
    private final Previews previews;
    private final Shadows shadows;
    private final Submissions submissions;
    private final PolicyWords words;

    VersionPage(PolicyShelf shelf, Previews previews, Shadows shadows, Submissions submissions, PolicyWords words) {
        this.shelf = shelf;
        this.previews = previews;
        this.shadows = shadows;
        this.submissions = submissions;
        this.words = words;
    }

    /** The page; what a version that may go live would do is shown once somebody has asked for it. */
    String show(UUID policy, int number, Model page) {
        VersionDetails version = shelf.find(policy, number);
        VersionView view = VersionView.of(version, words);
        page.addAttribute("version", view);
        page.addAttribute("judging", VersionView.of(shelf.judging(), words));
        shelf.before(policy, number).ifPresent(before -> page.addAttribute("before", VersionView.of(before, words)));
        if (version.state() != VersionState.DRAFT) {
            Shadows.Shadow shadow = shadows.of(version.id());
            page.addAttribute("shadow", shadow.counts());
            page.addAttribute("differences", shadow.differences());
        }
        if (view.canGoLive() && version.previewedAt().isPresent() && !page.containsAttribute("preview")) {
            addPreview(page, previews.tryOut(version.policy(), version.label(), Selection.ALL));
        }
        return "policies/version";
    }

    /** Adds what a preview found to a page. */
    void addPreview(Model page, Previews.PreviewOfVersion preview) {
        page.addAttribute("preview", PreviewView.of(preview, submissions, words));
    }
}
