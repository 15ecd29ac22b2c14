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

    /** The page; it asks for the preview by itself. */
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
        return "policies/version";
    }

    /** What a version would do with all that is stored, which is counted anew. */
    String preview(UUID policy, int number, Model fragment) {
        VersionDetails version = shelf.find(policy, number);
        addPreview(fragment, version);
        return "policies/preview :: preview";
    }

    /** The page with the preview in it, for a browser without scripts. */
    String showWithPreview(UUID policy, int number, Model page) {
        addPreview(page, shelf.find(policy, number));
        return show(policy, number, page);
    }

    private void addPreview(Model page, VersionDetails version) {
        Previews.PreviewOfVersion preview = previews.tryOut(version.policy(), version.label(), Selection.ALL);
        page.addAttribute("preview", PreviewView.of(preview, submissions, words));
    }
}
