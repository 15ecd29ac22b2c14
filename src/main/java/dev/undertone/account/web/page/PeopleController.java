package dev.undertone.account.web.page;

import dev.undertone.account.Caller;
import dev.undertone.account.LastAdmin;
import dev.undertone.account.NameTaken;
import dev.undertone.account.NotAcceptable;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.UnknownAccount;
import dev.undertone.paging.Limit;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people of this service: makes them, changes them, shuts them out. */
@Controller
class PeopleController {

    private static final String BACK = "redirect:/admin/people";

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    @GetMapping("/admin/people")
    String page(@RequestParam(name = "after") @Nullable String after, Caller caller, Model page) {
        page.addAttribute("people", people.list(new Limit(Limit.MAX), after));
        page.addAttribute("roles", Role.values());
        page.addAttribute("own", caller.actor().id());
        return "admin/people";
    }

    @PostMapping("/admin/people")
    String create(
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "role", defaultValue = "") String role,
            Caller caller,
            RedirectAttributes told) {
        told.addFlashAttribute("typed", name);
        told.addFlashAttribute("chosen", role);
        return telling(told, () -> {
            String password = people.create(name, role(role), caller.actor());
            return Told.secret("people.made", people.named(name).orElseThrow().name(), password);
        });
    }

    @PostMapping("/admin/people/{id}/role")
    String role(
            @PathVariable String id,
            @RequestParam(name = "role", defaultValue = "") String role,
            Caller caller,
            RedirectAttributes told) {
        return telling(told, () -> {
            PersonDetails person = people.changeRole(person(id), role(role), caller.actor());
            return Told.done("people.changed", person.name(), "role." + person.role());
        });
    }

    @PostMapping("/admin/people/{id}/password")
    String password(@PathVariable String id, Caller caller, RedirectAttributes told) {
        return telling(told, () -> {
            UUID person = person(id);
            String password = people.resetPassword(person, caller.actor());
            return Told.secret(
                    "people.password", people.find(person).orElseThrow().name(), password);
        });
    }

    @PostMapping("/admin/people/{id}/disable")
    String disable(@PathVariable String id, Caller caller, RedirectAttributes told) {
        return telling(
                told,
                () -> Told.done(
                        "people.disabled",
                        people.disable(person(id), caller.actor()).name()));
    }

    @PostMapping("/admin/people/{id}/enable")
    String enable(@PathVariable String id, Caller caller, RedirectAttributes told) {
        return telling(
                told,
                () -> Told.done(
                        "people.enabled",
                        people.enable(person(id), caller.actor()).name()));
    }

    /** What came of it is told on the page that follows, a password too: it is shown there once and kept nowhere. */
    private static String telling(RedirectAttributes told, Supplier<Told> change) {
        try {
            told.addFlashAttribute("told", change.get());
        } catch (LastAdmin | NameTaken | NotAcceptable | UnknownAccount refused) {
            told.addFlashAttribute("refused", String.valueOf(refused.getMessage()));
        }
        return BACK;
    }

    private static Role role(String label) {
        return Role.withLabel(label).orElseThrow(NotAcceptable::role);
    }

    private static UUID person(String id) {
        return Ids.read(id).orElseThrow(UnknownAccount::person);
    }
}
