package dev.undertone.classification.web;

import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.EmotionClassifier.Explanation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/classify}. */
@RestController
@Tag(name = "classify")
class ClassifyController {

    private final EmotionClassifier classifier;

    ClassifyController(EmotionClassifier classifier) {
        this.classifier = classifier;
    }

    @PostMapping(path = "/api/v1/classify", consumes = "application/json", produces = "application/json")
    @Operation(
            summary = "Gives six probabilities for each text",
            description =
                    "Send either text or texts (1 to 256, each 1 to 20,000 UTF-16 code units, and together no more than"
                            + " can be read while a client waits: by default 250,000, of which those beyond ASCII count as"
                            + " four). Offsets of words count UTF-16 code units, end exclusive.")
    ClassifyAnswer classify(
            @RequestBody ClassifyRequest request, @RequestParam(defaultValue = "false") boolean explain) {
        Explanation explanation = explain ? Explanation.WORDS : Explanation.NONE;
        return ClassifyAnswer.of(classifier.classify(request.toClassify(), explanation), explanation);
    }
}
