package dev.undertone.review.triage.web;

import dev.undertone.account.Caller;
import dev.undertone.review.triage.Histogram;
import dev.undertone.review.triage.Triage;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The histogram and the items of a range of it. */
@Controller
class TriageController {

    private final TriagePage content;
    private final Triage triage;

    TriageController(TriagePage content, Triage triage) {
        this.content = content;
        this.triage = triage;
    }

    @GetMapping("/triage")
    String page(@ModelAttribute("query") TriageQuery query, Caller caller, Model page) {
        content.fill(page, query, caller);
        return "triage/page";
    }

    /** What changes while somebody drags; the address of the page goes along, so that a reload shows the same. */
    @GetMapping("/triage/range")
    String range(@ModelAttribute("query") TriageQuery query, Caller caller, Model page, HttpServletResponse response) {
        content.fillRange(page, query, caller);
        response.setHeader("HX-Replace-Url", query.address());
        return "triage/range :: range";
    }

    @GetMapping("/triage/histogram.csv")
    ResponseEntity<String> csv(@ModelAttribute("query") TriageQuery query) {
        Histogram histogram = triage.histogram(query.filter());
        StringBuilder file = new StringBuilder("from_percent,to_percent,open_items\r\n");
        for (int bin = 0; bin < histogram.counts().size(); bin++) {
            file.append(bin * 2).append(',').append(bin * 2 + 2).append(',');
            file.append(histogram.counts().get(bin)).append("\r\n");
        }
        String name = "undertone-triage-" + query.which().label() + ".csv";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(file.toString());
    }
}
