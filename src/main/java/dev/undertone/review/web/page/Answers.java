package dev.undertone.review.web.page;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Shows what comes after a step: parts to the page's script, a page to a browser without one. */
@Component
class Answers {

    private static final String PARTS = "queue/answer :: answer";

    private final Desk desk;

    Answers(Desk desk) {
        this.desk = desk;
    }

    /** What comes after a step that was done. */
    ModelAndView after(Visit visit, Steps.After after) {
        return after(visit, after, null);
    }

    /** The same, with what was typed and not yet sent anywhere. */
    ModelAndView after(Visit visit, Steps.After after, @Nullable ActForm typed) {
        String address = after.item().map(id -> "/items/" + id).orElse("/queue")
                + visit.query().search();
        if (visit.byScript()) {
            visit.response().setHeader("HX-Replace-Url", visit.request().getContextPath() + address);
            ModelAndView parts = filled(PARTS, visit, after.item(), typed);
            after.toast().ifPresent(toast -> parts.addObject("toast", toast));
            after.notice().ifPresent(notice -> parts.addObject("notice", notice));
            return parts;
        }
        // The browser asks anew, so that going back or reloading repeats nothing.
        var kept = RequestContextUtils.getOutputFlashMap(visit.request());
        after.toast().ifPresent(toast -> kept.put("toast", toast));
        after.notice().ifPresent(notice -> kept.put("notice", notice));
        Optional.ofNullable(typed).ifPresent(form -> kept.put("typed", form));
        return new ModelAndView("redirect:" + address);
    }

    /** The item as it is now, with why the step was not done and with what was typed. */
    ModelAndView refused(Visit visit, UUID item, ActForm typed, Notice notice, HttpStatus status) {
        ModelAndView answer = filled(visit.byScript() ? PARTS : "queue/page", visit, Optional.of(item), typed);
        answer.setStatus(status);
        answer.addObject("notice", notice);
        return answer;
    }

    private ModelAndView filled(String view, Visit visit, Optional<UUID> item, @Nullable ActForm typed) {
        ModelAndView answer = new ModelAndView(view);
        item.ifPresent(id -> answer.addObject("item", desk.item(id, visit.caller())));
        answer.addObject("list", desk.list(visit.query(), Optional.empty(), visit.caller()));
        answer.addObject("query", visit.query());
        Optional.ofNullable(typed).ifPresent(form -> answer.addObject("typed", form));
        return answer;
    }
}
