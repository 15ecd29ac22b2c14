package dev.undertone.review.triage.web;

import dev.undertone.account.Caller;
import dev.undertone.review.NoSuchItem;
import dev.undertone.review.decisions.BulkDecisions;
import dev.undertone.review.decisions.Undo;
import dev.undertone.review.decisions.UndoRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Decides about all items that the page counted, and takes that back as one. */
@Controller
class TriageDecisionController {

    private static final String PART = "triage/content :: triage";

    private static final String DONE = "done";
    private static final String UNDONE = "undone";

    /** What stands in the way of a decision is told within its form, of an undo where the page tells what was done. */
    private static final String PROBLEM = "problem";

    private static final String UNDO_PROBLEM = "undoProblem";

    private final TriagePage content;
    private final BulkDecisions bulk;
    private final Undo undo;

    TriageDecisionController(TriagePage content, BulkDecisions bulk, Undo undo) {
        this.content = content;
        this.bulk = bulk;
        this.undo = undo;
    }

    @PostMapping("/triage/decide")
    String decide(
            @ModelAttribute("query") TriageQuery query,
            @ModelAttribute("form") DecideForm form,
            Caller caller,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> problem = form.problem();
        if (problem.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return refusal(PROBLEM, problem.get(), query, caller, page, request);
        }
        try {
            Done done = Done.of(bulk.decideOpen(form.named(), form.opinion(), caller));
            page.addAttribute("form", DecideForm.EMPTY);
            return told(DONE, done, query, caller, page, request);
        } catch (ConcurrencyFailureException crowded) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return refusal(PROBLEM, "triage.problem.crowded", query, caller, page, request);
        }
    }

    @PostMapping("/triage/undo/{id}")
    String undo(
            @PathVariable String id,
            @ModelAttribute("query") TriageQuery query,
            Caller caller,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            int undone = undo.undo(UUID.fromString(id), caller).size();
            return told(UNDONE, undone, query, caller, page, request);
        } catch (UndoRefused refusal) {
            page.addAttribute("reason", refusal.getMessage());
            response.setStatus((refusal.forbidden() ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT).value());
            return refusal(UNDO_PROBLEM, "triage.problem.undo", query, caller, page, request);
        } catch (NoSuchItem | IllegalArgumentException unknown) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return refusal(UNDO_PROBLEM, "triage.problem.unknown", query, caller, page, request);
        }
    }

    /** The page as it is now with what was done; through a redirect where the browser could send a form again. */
    private String told(
            String name, Object what, TriageQuery query, Caller caller, Model page, HttpServletRequest request) {
        if (!isPart(request)) {
            RequestContextUtils.getOutputFlashMap(request).put(name, what);
            return "redirect:" + query.address();
        }
        page.addAttribute(name, what);
        content.fill(page, query, caller);
        return PART;
    }

    private String refusal(
            String name, String problem, TriageQuery query, Caller caller, Model page, HttpServletRequest request) {
        page.addAttribute(name, problem);
        content.fill(page, query, caller);
        return isPart(request) ? PART : "triage/page";
    }

    private static boolean isPart(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }
}
