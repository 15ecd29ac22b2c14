package dev.undertone.account.web;

import dev.undertone.account.People;
import dev.undertone.account.login.Identity;
import dev.undertone.account.login.LoginOutcome;
import dev.undertone.account.login.LoginTrail;
import dev.undertone.account.login.Logins;
import dev.undertone.ratelimit.TooManyRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing in and out. */
@Controller
class LoginController {

    private static final String PAGE = "login/page";

    private final Logins logins;
    private final People people;
    private final Sessions sessions;
    private final LoginTrail trail;

    LoginController(Logins logins, People people, Sessions sessions, LoginTrail trail) {
        this.logins = logins;
        this.people = people;
        this.sessions = sessions;
        this.trail = trail;
    }

    @GetMapping("/login")
    String page(LoginForm form, Model page) {
        if (people.none()) {
            return "redirect:/setup";
        }
        form.wanted().ifPresent(path -> page.addAttribute("next", path));
        CallerArgument.identity().ifPresent(identity -> signedInAlready(identity, form, page));
        return PAGE;
    }

    @PostMapping("/login")
    String signIn(LoginForm form, Model page, HttpServletRequest request, HttpServletResponse response) {
        LoginOutcome outcome =
                logins.attempt(form.name(), form.secret(), KnownBrowserCookie.in(request), request.getRemoteAddr());
        trail.attempted(form.name(), outcome, request.getRemoteAddr());
        if (outcome instanceof LoginOutcome.Welcome welcome) {
            sessions.begin(welcome, request, response);
            return "redirect:"
                    + form.wanted()
                            .orElseGet(() -> Landing.pageOf(welcome.identity().role()));
        }
        form.wanted().ifPresent(path -> page.addAttribute("next", path));
        page.addAttribute("name", form.name());
        refuse(outcome, page, response);
        return PAGE;
    }

    private static void signedInAlready(Identity identity, LoginForm form, Model page) {
        page.addAttribute("identity", identity);
        if (form.wanted().isEmpty() && identity instanceof Identity.OfPerson person) {
            page.addAttribute("next", Landing.pageOf(person.role()));
        }
    }

    @PostMapping("/logout")
    String signOut(HttpServletRequest request) {
        CallerArgument.identity().ifPresent(identity -> trail.left(identity, request.getRemoteAddr()));
        sessions.end(request);
        return "redirect:/login";
    }

    private static void refuse(LoginOutcome outcome, Model page, HttpServletResponse response) {
        if (outcome instanceof LoginOutcome.TooMany tooMany) {
            long seconds = TooManyRequests.seconds(tooMany.retryAfter());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            page.addAttribute("problem", "login.problem.TOO_MANY");
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            page.addAttribute("problem", "login.problem.WRONG");
        }
    }
}
