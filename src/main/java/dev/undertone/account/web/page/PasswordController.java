package dev.undertone.account.web.page;

import dev.undertone.account.Caller;
import dev.undertone.account.NotAcceptable;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.login.Logins;
import dev.undertone.account.login.Logins.Confirmation;
import dev.undertone.account.web.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody changes their own password; their sessions in other browsers end. */
@Controller
class PasswordController {

    private static final String PAGE = "you/password";
    private static final String REFUSED = "refused";

    private final People people;
    private final Logins logins;
    private final Sessions sessions;

    PasswordController(People people, Logins logins, Sessions sessions) {
        this.people = people;
        this.logins = logins;
        this.sessions = sessions;
    }

    @GetMapping("/you/password")
    String page() {
        return PAGE;
    }

    @PostMapping("/you/password")
    String change(
            PasswordForm form,
            Caller caller,
            Model page,
            RedirectAttributes told,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!form.sameTwice()) {
            return refuse(Wrong.AGAIN, "", page, response);
        }
        UUID own = UUID.fromString(caller.actor().id());
        try {
            people.requireGoodPassword(own, form.chosen());
            Confirmation confirmation = logins.confirm(own, form.untilNow());
            if (confirmation != Confirmation.RIGHT) {
                return refuse(
                        confirmation == Confirmation.TOO_MANY ? Wrong.TOO_MANY : Wrong.CURRENT, "", page, response);
            }
            PersonDetails changed = people.changePassword(own, form.chosen(), caller.actor());
            sessions.begin(logins.welcome(changed), request, response);
            // Another page, as the forms of this one would carry the token of the session that has ended.
            told.addFlashAttribute("changed", true);
            return "redirect:/you/password";
        } catch (NotAcceptable rule) {
            return refuse(Wrong.PASSWORD, String.valueOf(rule.getMessage()), page, response);
        }
    }

    private static String refuse(Wrong wrong, String rule, Model page, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        page.addAttribute("wrong", wrong.name());
        page.addAttribute(REFUSED, rule);
        return PAGE;
    }

    /** What is wrong with the form. */
    private enum Wrong {
        CURRENT,
        TOO_MANY,
        PASSWORD,
        AGAIN
    }
}
