package dev.undertone.wellbeing.web;

import dev.undertone.account.Caller;
import dev.undertone.review.reader.ReviewedItems;
import dev.undertone.wellbeing.Choices;
import dev.undertone.wellbeing.Exposure;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What the frame shows of somebody's day, and what their browser tells of it. */
@Controller
class DayController {

    private final Exposure exposure;
    private final Choices choices;
    private final ReviewedItems reviewed;
    private final Clock clock;

    DayController(Exposure exposure, Choices choices, ReviewedItems reviewed, Clock clock) {
        this.exposure = exposure;
        this.choices = choices;
        this.reviewed = reviewed;
        this.clock = clock;
    }

    /** The line in the frame, with the suggestion to take a break where it is due. */
    @GetMapping("/you/day")
    String day(Caller caller, Model page) {
        exposure.today(caller).ifPresent(today -> {
            page.addAttribute("today", today);
            page.addAttribute("pause", today.suggestsBreak(clock.instant()));
            page.addAttribute("reviewed", reviewed.since(exposure.dayBegan(), caller));
        });
        return "wellbeing/day :: day";
    }

    /** A beat: these texts were on screen for so long. What makes no sense is passed over; there is nobody to tell. */
    @PostMapping("/you/exposure")
    @ResponseBody
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void beat(@RequestParam List<String> item, @RequestParam double seconds, Caller caller) {
        List<UUID> items = new ArrayList<>();
        for (String id : item) {
            try {
                items.add(UUID.fromString(id));
            } catch (IllegalArgumentException notOurs) {
                return;
            }
        }
        boolean sensible = seconds > 0 && seconds < Duration.ofDays(1).toSeconds();
        exposure.seen(items, Duration.ofMillis(sensible ? Math.round(seconds * 1000) : 0), caller);
    }

    /** No suggestion for an hour. */
    @PostMapping("/you/break/later")
    String later(Caller caller, Model page, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        choices.notNow(caller);
        return part ? day(caller, page) : "redirect:/you";
    }
}
