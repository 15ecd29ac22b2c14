package dev.undertone.moderation.policies.web.page;

import dev.undertone.moderation.policies.NoSuchPolicy;
import dev.undertone.moderation.policies.PolicyConflict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows people how things stand when what they asked for does not go with it. */
@ControllerAdvice(
        assignableTypes = {
            PoliciesController.class,
            OnePolicyController.class,
            VersionActions.class,
            DraftController.class
        })
class PolicyPageFaults {

    private final VersionPage versionPage;

    PolicyPageFaults(VersionPage versionPage) {
        this.versionPage = versionPage;
    }

    @ExceptionHandler
    void missing(NoSuchPolicy missing, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value(), missing.getMessage());
    }

    /** Somebody else was faster, or pressed a button twice: the page of the version as it is now, and why. */
    @ExceptionHandler
    ModelAndView conflict(PolicyConflict conflict, HttpServletRequest request) {
        Map<?, ?> parts = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Model page = new ExtendedModelMap();
        page.addAttribute("conflict", conflict.getMessage());
        String view = versionPage.show(
                Addresses.policy(String.valueOf(parts.get("id"))),
                Addresses.version(String.valueOf(parts.get("number"))),
                page);
        return new ModelAndView(view, page.asMap(), HttpStatus.CONFLICT);
    }
}
