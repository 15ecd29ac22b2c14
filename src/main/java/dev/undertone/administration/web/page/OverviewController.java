package dev.undertone.administration.web.page;

import dev.undertone.administration.Overview;
import dev.undertone.review.reading.ReviewQueue;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the service is: the first page of the administration. */
@Controller
class OverviewController {

    private final Overview overview;
    private final ReviewQueue queue;

    OverviewController(Overview overview, ReviewQueue queue) {
        this.overview = overview;
        this.queue = queue;
    }

    @GetMapping("/admin")
    String page(Model page) {
        page.addAttribute("facts", overview.now());
        page.addAttribute("queues", QueueLength.of(queue.counts()));
        return "admin/overview";
    }
}
