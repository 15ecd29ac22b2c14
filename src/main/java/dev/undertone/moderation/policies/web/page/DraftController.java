package dev.undertone.moderation.policies.web.page;

import dev.undertone.account.Caller;
import dev.undertone.moderation.policies.PolicyConflict;
import dev.undertone.moderation.policies.PolicyShelf;
import dev.undertone.moderation.policies.VersionDetails;
import dev.undertone.moderation.policies.VersionMeanwhile;
import dev.undertone.moderation.policies.web.page.DraftForm.Draft;
import dev.undertone.moderation.policies.web.page.DraftForm.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which the next version of a policy is written: what is written stays in the form until it is stored. */
@Controller
@RequestMapping("/policies/{id}")
class DraftController {

    /** What the button is called that shows what the rules would do. */
    private static final String PREVIEW = "try";

    private final PolicyShelf shelf;
    private final DraftPage draftPage;

    DraftController(PolicyShelf shelf, DraftPage draftPage) {
        this.shelf = shelf;
        this.draftPage = draftPage;
    }

    @GetMapping("/edit")
    String begin(@PathVariable String id, @RequestParam(defaultValue = "") String from, Model page) {
        UUID policy = Addresses.policy(id);
        VersionDetails version = shelf.find(policy, Addresses.version(from));
        int newest = shelf.find(policy).versions().get(0).number();
        DraftForm form = DraftForm.of(version, newest);
        page.addAttribute("untouched", true);
        return draftPage.show(policy, form, form.read(), page);
    }

    /** Rules are added, moved and taken away in the form; nothing is stored. */
    @PostMapping("/edit")
    String change(
            @PathVariable String id,
            DraftForm form,
            @RequestParam(name = "do", defaultValue = "") String button,
            Model page) {
        DraftEdit edit = DraftEdit.of(button);
        DraftForm changed = edit.applyTo(form);
        page.addAttribute("focus", edit.focus());
        UUID policy = Addresses.policy(id);
        return button.equals(PREVIEW)
                ? draftPage.showWithPreview(policy, changed, changed.read(), page)
                : draftPage.show(policy, changed, changed.read(), page);
    }

    /** What the rules would do, asked for while somebody moves a slider. */
    @PostMapping("/try")
    String tryOut(@PathVariable String id, DraftForm form, Model page) {
        draftPage.addPreview(Addresses.policy(id), form.read(), page);
        page.addAttribute("live", true);
        return "policies/preview :: preview";
    }

    @PostMapping("/drafts")
    String store(@PathVariable String id, DraftForm form, Caller caller, Model page, HttpServletResponse response) {
        UUID policy = Addresses.policy(id);
        Draft draft = form.read();
        if (draft.version() == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return draftPage.show(policy, form, draft, page);
        }
        OptionalInt seen = form.seen() == null ? OptionalInt.empty() : OptionalInt.of(form.seen());
        try {
            VersionDetails stored = shelf.addVersion(policy, draft.version(), seen, caller.actor());
            return "redirect:/policies/{id}/versions/" + stored.number();
        } catch (VersionMeanwhile meanwhile) {
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("meanwhile", meanwhile.newest());
            return draftPage.show(policy, form.seeing(meanwhile.newest().number()), draft, page);
        } catch (PolicyConflict full) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Problem problem = new Problem(Problem.NO_RULE, String.valueOf(full.getMessage()));
            return draftPage.show(policy, form, new Draft(null, List.of(problem)), page);
        }
    }
}
