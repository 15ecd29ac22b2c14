package dev.undertone.system;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestController;

/** A filter of a list that is there and empty, such as {@code ?queue=}, says no more than none. */
@ControllerAdvice(annotations = RestController.class)
class EmptyParameters {

    @InitBinder({"after", "queue", "channel", "outcome", "feedback", "decidedBy", "entryQuery"})
    void initialise(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new EmptyIsNone());
    }

    /** Not Spring's editor, which trims: what is only blank is a mistake to tell of. */
    private static final class EmptyIsNone extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            setValue(text.isEmpty() ? null : text);
        }
    }
}
