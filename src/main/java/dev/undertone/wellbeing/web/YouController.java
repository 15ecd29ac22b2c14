package dev.undertone.wellbeing.web;

import dev.undertone.account.Caller;
import dev.undertone.account.Scope;
import dev.undertone.policy.QueueName;
import dev.undertone.review.QueueNames;
import dev.undertone.review.reader.ReviewedItems;
import dev.undertone.wellbeing.Choices;
import dev.undertone.wellbeing.Exposure;
import dev.undertone.wellbeing.Today;
import dev.undertone.wellbeing.Veil;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own page. It only ever speaks of whoever opens it: no path and no parameter names a person. */
@Controller
class YouController {

    private static final String PAGE = "wellbeing/page";

    private final Exposure exposure;
    private final Choices choices;
    private final ReviewedItems reviewed;
    private final QueueNames queues;

    YouController(Exposure exposure, Choices choices, ReviewedItems reviewed, QueueNames queues) {
        this.exposure = exposure;
        this.choices = choices;
        this.reviewed = reviewed;
        this.queues = queues;
    }

    @GetMapping("/you")
    String page(Caller caller, Model page) {
        exposure.today(caller).ifPresent(today -> page.addAttribute("form", ChoiceForm.of(today.choice())));
        return fill(page, caller);
    }

    @PostMapping("/you/wellbeing")
    String choose(
            @ModelAttribute("form") ChoiceForm form,
            Caller caller,
            Model page,
            HttpServletResponse response,
            RedirectAttributes next) {
        Optional<String> problem = form.problem();
        if (problem.isPresent()) {
            page.addAttribute("problem", problem.get());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return fill(page, caller);
        }
        choices.choose(form.minutes(), form.covering(), form.skipped(), caller);
        next.addFlashAttribute("kept", true);
        return "redirect:/you";
    }

    private String fill(Model page, Caller caller) {
        Today today = exposure.today(caller).orElseThrow();
        page.addAttribute("today", today);
        page.addAttribute(
                "week", WeekChart.of(exposure.week(caller), today.choice().budgetMinutes()));
        page.addAttribute("reviewer", caller.scopes().contains(Scope.REVIEW));
        page.addAttribute("reviewed", reviewed.since(exposure.dayBegan(), caller));
        page.addAttribute("veils", Veil.values());
        page.addAttribute("queues", offered(today));
        return PAGE;
    }

    /** A queue that is skipped stays in the list when it has no items any more. */
    private List<String> offered(Today today) {
        return List.copyOf(Stream.concat(queues.known().stream(), today.choice().skipped().stream())
                .map(QueueName::value)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
    }

    @GetMapping("/you/week.csv")
    ResponseEntity<String> csv(Caller caller) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"undertone-my-week.csv\"")
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(WeekFile.of(exposure.week(caller)));
    }
}
