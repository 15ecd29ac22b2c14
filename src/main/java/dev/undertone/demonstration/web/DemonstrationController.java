package dev.undertone.demonstration.web;

import dev.undertone.account.Caller;
import dev.undertone.demonstration.Demonstration;
import dev.undertone.demonstration.DemonstrationBackground;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Brings made-up submissions in, shows how far they have come, and removes them. */
@Controller
class DemonstrationController {

    private static final String PAGE = "admin/demo";
    private static final String SETUP = "setup/demo";
    private static final String BACK = "redirect:/admin/demo";

    private final Demonstration demonstration;
    private final DemonstrationBackground background;

    DemonstrationController(Demonstration demonstration, DemonstrationBackground background) {
        this.demonstration = demonstration;
        this.background = background;
    }

    @GetMapping("/admin/demo")
    String page(Model page) {
        show(page);
        return PAGE;
    }

    @GetMapping("/admin/welcome")
    String offer(Model page) {
        show(page);
        return SETUP;
    }

    @GetMapping("/admin/demo/progress")
    String progress(Model page) {
        show(page);
        return "admin/demo-progress";
    }

    @PostMapping("/admin/demo")
    String begin(@RequestParam(name = "from") @Nullable String from, Caller caller) {
        demonstration.begin(caller.actor());
        background.wake();
        return "setup".equals(from) ? "redirect:/admin/welcome/next" : BACK;
    }

    @PostMapping("/admin/demo/remove")
    String remove(Caller caller, RedirectAttributes told) {
        told.addFlashAttribute("removed", demonstration.remove(caller.actor()));
        return BACK;
    }

    private void show(Model page) {
        page.addAttribute("state", demonstration.state().orElse(null));
        page.addAttribute("size", demonstration.size());
        page.addAttribute("mixes", demonstration.wouldMix());
    }
}
