package dev.undertone.wellbeing.web;

import dev.undertone.account.Caller;
import dev.undertone.account.login.Identity;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.wellbeing.Exposure;
import dev.undertone.wellbeing.Veil;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Whether a text is covered for whoever opens the page; templates ask it by name, once or for many texts. */
@Component("veil")
class VeilOfReader {

    private static final String CHOSEN = VeilOfReader.class.getName();

    private final Exposure exposure;

    VeilOfReader(Exposure exposure) {
        this.exposure = exposure;
    }

    /** Whether a text with these scores is covered; without scores no model has read it. */
    public boolean covers(@Nullable EmotionScores scores) {
        return chosen().covers(Optional.ofNullable(scores));
    }

    /** Asked of the database once a request. */
    private Veil chosen() {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        Object known = request.getAttribute(CHOSEN, RequestAttributes.SCOPE_REQUEST);
        if (known instanceof Veil veil) {
            return veil;
        }
        Veil veil = reader().flatMap(exposure::today)
                .map(today -> today.choice().veil())
                .orElse(Veil.OFF);
        request.setAttribute(CHOSEN, veil, RequestAttributes.SCOPE_REQUEST);
        return veil;
    }

    private static Optional<Caller> reader() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Identity.class::isInstance)
                .map(identity -> ((Identity) identity).caller("-"));
    }
}
