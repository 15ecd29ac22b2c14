package dev.undertone.moderation.policies.web.page;

import dev.undertone.account.Caller;
import dev.undertone.moderation.policies.PolicyStates;
import dev.undertone.moderation.policies.VersionDetails;
import dev.undertone.moderation.policies.preview.Previews;
import dev.undertone.moderation.policies.preview.Selection;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with a version from its page. */
@Controller
@RequestMapping("/policies/{id}/versions/{number}")
class VersionActions {

    private final PolicyStates states;
    private final Previews previews;

    VersionActions(PolicyStates states, Previews previews) {
        this.states = states;
        this.previews = previews;
    }

    @PostMapping("/preview")
    String preview(@PathVariable String id, @PathVariable String number, Caller caller) {
        previews.preview(Addresses.policy(id), Addresses.version(number), Selection.ALL, caller.actor());
        return "redirect:/policies/{id}/versions/{number}#preview";
    }

    @PostMapping("/shadow")
    String shadow(@PathVariable String id, @PathVariable String number, Caller caller, RedirectAttributes told) {
        return done(states.shadow(Addresses.policy(id), Addresses.version(number), caller.actor()), "shadow", told);
    }

    @PostMapping("/activate")
    String activate(@PathVariable String id, @PathVariable String number, Caller caller, RedirectAttributes told) {
        return done(states.activate(Addresses.policy(id), Addresses.version(number), caller.actor()), "activate", told);
    }

    /** Leads to the version that was put back. */
    @PostMapping("/rollback")
    String rollBack(@PathVariable String id, @PathVariable String number, Caller caller, RedirectAttributes told) {
        return done(states.rollBack(Addresses.policy(id), Addresses.version(number), caller.actor()), "rollback", told);
    }

    @PostMapping("/archive")
    String archive(@PathVariable String id, @PathVariable String number, Caller caller, RedirectAttributes told) {
        return done(states.archive(Addresses.policy(id), Addresses.version(number), caller.actor()), "archive", told);
    }

    private static String done(VersionDetails version, String what, RedirectAttributes told) {
        told.addFlashAttribute("done", what);
        return "redirect:/policies/" + version.policyId() + "/versions/" + version.number();
    }
}
