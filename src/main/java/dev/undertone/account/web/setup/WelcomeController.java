package dev.undertone.account.web.setup;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The last step of the first start: what to do next. */
@Controller
class WelcomeController {

    @GetMapping("/admin/welcome/next")
    String next(Model page) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/api/v1/submissions")
                .toUriString();
        page.addAttribute(
                "curl",
                String.join(
                        " \\\n  ",
                        "curl " + address,
                        "-H 'Authorization: Bearer KEY'",
                        "-H 'Content-Type: application/json'",
                        "-d '{\"channel\":\"forum\",\"author\":\"anna\",\"text\":\"I am so happy about this\"}'"));
        return "setup/next";
    }
}
