package dev.undertone.review.web.page;

import dev.undertone.account.Caller;
import dev.undertone.review.LeadsOnly;
import dev.undertone.review.NobodyToAssign;
import dev.undertone.review.ReviewConflict;
import dev.undertone.review.decisions.UndoRefused;
import dev.undertone.review.web.Asked;
import dev.undertone.review.web.RequestRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** What a moderator does to an item. Whatever stands in the way is told beside what they typed. */
@Controller
class StepController {

    private final Steps steps;
    private final Answers answers;
    private final PlainWords plain;

    StepController(Steps steps, Answers answers, PlainWords plain) {
        this.steps = steps;
        this.answers = answers;
        this.plain = plain;
    }

    @ModelAttribute
    Visit visit(Caller caller, DeskQuery query, HttpServletRequest request, HttpServletResponse response) {
        return new Visit(caller, query, request, response);
    }

    @PostMapping("/queue/next")
    ModelAndView next(@ModelAttribute(binding = false) Visit visit, ActForm form) {
        return answers.after(visit, steps.next(visit.query(), form, visit.caller()));
    }

    @PostMapping("/items/{id}/claim")
    ModelAndView claim(@PathVariable String id, @ModelAttribute(binding = false) Visit visit, ActForm form) {
        UUID item = Asked.id("item", id);
        return tried(visit, item, form, () -> answers.after(visit, steps.claim(item, visit.caller()), form));
    }

    @PostMapping("/items/{id}/release")
    ModelAndView release(@PathVariable String id, @ModelAttribute(binding = false) Visit visit, ActForm form) {
        UUID item = Asked.id("item", id);
        return tried(visit, item, form, () -> answers.after(visit, steps.release(item, form, visit.caller()), form));
    }

    @PostMapping("/items/{id}/hold")
    ModelAndView hold(@PathVariable String id, @ModelAttribute(binding = false) Visit visit, ActForm form) {
        UUID item = Asked.id("item", id);
        return tried(
                visit, item, form, () -> answers.after(visit, steps.hold(item, visit.query(), form, visit.caller())));
    }

    @PostMapping("/items/{id}/notes")
    ModelAndView note(@PathVariable String id, @ModelAttribute(binding = false) Visit visit, ActForm form) {
        UUID item = Asked.id("item", id);
        return tried(visit, item, form, () -> {
            boolean written = steps.note(item, form, visit.caller());
            return written
                    ? answers.after(visit, Steps.After.show(item), form.opinionOnly())
                    : answers.refused(
                            visit,
                            item,
                            form,
                            plain.notice("wrong", "queue.problem.empty-note"),
                            HttpStatus.UNPROCESSABLE_CONTENT);
        });
    }

    @PostMapping("/items/{id}/decision")
    ModelAndView decide(@PathVariable String id, @ModelAttribute(binding = false) Visit visit, ActForm form) {
        UUID item = Asked.id("item", id);
        return tried(
                visit, item, form, () -> answers.after(visit, steps.decide(item, visit.query(), form, visit.caller())));
    }

    @PostMapping("/items/{id}/undo")
    ModelAndView undo(@PathVariable String id, @ModelAttribute(binding = false) Visit visit, ActForm form) {
        UUID item = Asked.id("item", id);
        UUID decision =
                Asked.id("decision", Optional.ofNullable(form.decision()).orElse(""));
        return tried(visit, item, form, () -> answers.after(visit, steps.undo(item, decision, form, visit.caller())));
    }

    @PostMapping(path = "/items/{id}/renew", produces = "application/json")
    @ResponseBody
    Renewed renew(@PathVariable String id, ActForm form, Caller caller) {
        return new Renewed(steps.renew(Asked.id("item", id), form.leaseToken(), caller));
    }

    private ModelAndView tried(Visit visit, UUID item, ActForm form, Supplier<ModelAndView> step) {
        try {
            return step.get();
        } catch (ReviewConflict conflict) {
            return answers.refused(visit, item, form, plain.conflict(conflict, visit.caller()), HttpStatus.CONFLICT);
        } catch (UndoRefused refusal) {
            return answers.refused(visit, item, form, plain.undo(refusal), HttpStatus.CONFLICT);
        } catch (LeadsOnly refusal) {
            return answers.refused(
                    visit, item, form, plain.notice("wrong", "queue.problem.leads-only"), HttpStatus.CONFLICT);
        } catch (NobodyToAssign nobody) {
            return answers.refused(
                    visit,
                    item,
                    form,
                    plain.notice("wrong", "queue.problem.nobody", form.keepFor().orElse("")),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (RequestRefused refusal) {
            return answers.refused(
                    visit,
                    item,
                    form,
                    new Notice("wrong", plain.say("queue.problem.refused.what"), String.valueOf(refusal.getMessage())),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /**
     * The lease goes on.
     *
     * @param seconds for so long
     */
    record Renewed(long seconds) {}
}
