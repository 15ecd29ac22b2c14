package dev.undertone.moderation.policies.web.page;

import dev.undertone.account.Caller;
import dev.undertone.moderation.policies.NewVersion;
import dev.undertone.moderation.policies.PolicyConflict;
import dev.undertone.moderation.policies.PolicyDetails;
import dev.undertone.moderation.policies.PolicyName;
import dev.undertone.moderation.policies.PolicyOverview;
import dev.undertone.moderation.policies.PolicyShelf;
import dev.undertone.moderation.policies.VersionNote;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /policies}: what there is, and a new one. */
@Controller
class PoliciesController {

    private static final int SHOWN = 50;

    private final PolicyOverview overview;
    private final PolicyShelf shelf;
    private final PolicyWords words;

    PoliciesController(PolicyOverview overview, PolicyShelf shelf, PolicyWords words) {
        this.overview = overview;
        this.shelf = shelf;
        this.words = words;
    }

    @GetMapping("/policies")
    String list(@RequestParam(required = false) @Nullable String after, Model page) {
        Optional<UUID> behind = Optional.ofNullable(after).map(Addresses::policy);
        var found = overview.list(behind, SHOWN + 1);
        var shown = found.size() > SHOWN ? found.subList(0, SHOWN) : found;
        page.addAttribute("live", VersionView.of(shelf.judging(), words));
        page.addAttribute(
                "policies",
                shown.stream().map(entry -> PolicyView.of(entry, words)).toList());
        page.addAttribute("next", found.size() > SHOWN ? shown.get(SHOWN - 1).id() : null);
        return "policies/list";
    }

    @GetMapping("/policies/new")
    String form(Model page) {
        page.addAttribute("name", "");
        return "policies/new";
    }

    /** The first version says what the live one says, so that nobody begins with an empty sheet. */
    @PostMapping("/policies")
    String create(
            @RequestParam(defaultValue = "") String name, Caller caller, Model page, HttpServletResponse response) {
        try {
            PolicyDetails made = shelf.create(
                    new PolicyName(name.strip()),
                    new NewVersion(shelf.judging().policy(), VersionNote.NONE),
                    caller.actor());
            return "redirect:/policies/" + made.id() + "/edit?from=1";
        } catch (IllegalArgumentException | PolicyConflict refused) {
            page.addAttribute("name", name);
            page.addAttribute("problem", refused.getMessage());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "policies/new";
        }
    }
}
