package dev.undertone.account.web;

import dev.undertone.account.login.LoginOutcome;
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
    private final Sessions sessions;

    LoginController(Logins logins, Sessions sessions) {
        this.logins = logins;
        this.sessions = sessions;
    }

    @GetMapping("/login")
    String page(LoginForm form, Model page) {
        form.wanted().ifPresent(path -> page.addAttribute("next", path));
        CallerArgument.identity().ifPresent(identity -> page.addAttribute("identity", identity));
        return PAGE;
    }

    @PostMapping("/login")
    String signIn(LoginForm form, Model page, HttpServletRequest request, HttpServletResponse response) {
        LoginOutcome outcome =
                logins.attempt(form.name(), form.secret(), KnownBrowserCookie.in(request), request.getRemoteAddr());
        if (outcome instanceof LoginOutcome.Welcome welcome) {
            sessions.begin(welcome.identity(), request, response);
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    KnownBrowserCookie.of(welcome.browser(), request).toString());
            return "redirect:" + form.wanted().orElse("/");
        }
        form.wanted().ifPresent(path -> page.addAttribute("next", path));
        page.addAttribute("name", form.name());
        refuse(outcome, page, response);
        return PAGE;
    }

    @PostMapping("/logout")
    String signOut(HttpServletRequest request) {
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
