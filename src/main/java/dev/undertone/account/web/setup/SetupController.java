package dev.undertone.account.web.setup;

import dev.undertone.account.AlreadySetUp;
import dev.undertone.account.FirstAdministrator;
import dev.undertone.account.NotAcceptable;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.login.Logins;
import dev.undertone.account.setup.SetupCode;
import dev.undertone.account.web.Sessions;
import dev.undertone.account.web.setup.SetupForm.Field;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first start: makes the first administrator and signs them in. Once there is a person, it is gone. */
@Controller
class SetupController {

    private static final String PAGE = "setup/page";
    private static final String GONE = "redirect:/login";

    private final People people;
    private final FirstAdministrator first;
    private final SetupCode code;
    private final Logins logins;
    private final Sessions sessions;

    SetupController(People people, FirstAdministrator first, SetupCode code, Logins logins, Sessions sessions) {
        this.people = people;
        this.first = first;
        this.code = code;
        this.logins = logins;
        this.sessions = sessions;
    }

    @GetMapping("/setup")
    String page(@RequestParam(name = "code") @Nullable String given, Model page) {
        if (!people.none()) {
            return GONE;
        }
        // Whoever came by the link in the log need not copy the code from it.
        page.addAttribute("code", Optional.ofNullable(given).filter(code::is).orElse(""));
        return PAGE;
    }

    @PostMapping("/setup")
    String make(SetupForm form, Model page, HttpServletRequest request, HttpServletResponse response) {
        if (!people.none()) {
            return GONE;
        }
        if (!code.is(form.typedCode())) {
            return refuse(form, Field.CODE, "", page, response);
        }
        if (!form.sameTwice()) {
            return refuse(form, Field.AGAIN, "", page, response);
        }
        try {
            PersonDetails made = first.create(form.name(), form.secret(), request.getRemoteAddr());
            sessions.begin(logins.welcome(made), request, response);
            return "redirect:/admin/welcome";
        } catch (NotAcceptable rule) {
            return refuse(form, Field.named(rule.field()), String.valueOf(rule.getMessage()), page, response);
        } catch (AlreadySetUp faster) {
            return GONE;
        }
    }

    private static String refuse(SetupForm form, Field field, String rule, Model page, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        page.addAttribute("code", form.typedCode());
        page.addAttribute("name", form.name());
        page.addAttribute("wrong", field.name());
        page.addAttribute("rule", rule);
        return PAGE;
    }
}
