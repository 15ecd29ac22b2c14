package dev.undertone.classification.web;

import dev.undertone.classification.Classification;
import dev.undertone.classification.ClassifierUnavailable;
import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.EmotionClassifier.Explanation;
import dev.undertone.classification.TextFault;
import dev.undertone.classification.explanation.MarkedText;
import dev.undertone.ratelimit.TooManyRequests;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The analyse page: a text in, six bars out; the whole page to a browser, a part of it to the page's script. */
@Controller
class AnalyseController {

    private static final String PAGE = "analyse/page";
    private static final String PART = "analyse/answer :: answer";

    private final EmotionClassifier classifier;
    private final CurlCommand curl;
    private final MessageSource messages;

    AnalyseController(EmotionClassifier classifier, CurlCommand curl, MessageSource messages) {
        this.classifier = classifier;
        this.curl = curl;
        this.messages = messages;
    }

    @ModelAttribute
    void frame(Model page) {
        page.addAttribute("examples", Example.values());
        page.addAttribute("longest", EmotionClassifier.MAX_TEXT_LENGTH);
        page.addAttribute("text", "");
    }

    @GetMapping("/")
    String page() {
        return PAGE;
    }

    /**
     * What is in the field, an example that was put there too. Somebody who empties it while typing has made no
     * mistake; somebody who sends an empty form has.
     */
    @PostMapping(path = "/", headers = "HX-Request")
    String part(AnalyseForm form, Model page, HttpServletResponse response) {
        String typed = textOf(form);
        if (!TextFault.in(typed).equals(Optional.of(TextFault.BLANK))) {
            analyse(typed, form.wantsWords(), page, response);
        }
        return PART;
    }

    @PostMapping("/")
    String wholePage(AnalyseForm form, Model page, HttpServletResponse response, Locale locale) {
        String text = Example.named(form.example())
                .map(example -> messages.getMessage(example.textKey(), null, locale))
                .orElseGet(() -> textOf(form));
        analyse(text, form.wantsWords(), page, response);
        return PAGE;
    }

    private void analyse(String text, boolean words, Model page, HttpServletResponse response) {
        page.addAttribute("text", text);
        Optional<TextFault> fault = TextFault.in(text);
        if (fault.isPresent()) {
            page.addAttribute("problem", "analyse.problem." + fault.get());
            response.setStatus(fault.get().status().value());
            return;
        }
        try {
            page.addAttribute("analysis", analysis(text, words));
        } catch (ClassifierUnavailable unavailable) {
            page.addAttribute("problem", "analyse.problem.UNAVAILABLE");
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(TooManyRequests.seconds(unavailable.retryAfter())));
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    private Analysis analysis(String text, boolean words) {
        Explanation explanation = words ? Explanation.WORDS : Explanation.NONE;
        Classification classification =
                classifier.classify(List.of(text), explanation).get(0);
        MarkedText marked = words ? MarkedText.of(text, classification.words()) : null;
        return new Analysis(classification, marked, curl.classify(text, words));
    }

    private static String textOf(AnalyseForm form) {
        return Optional.ofNullable(form.text()).orElse("");
    }
}
