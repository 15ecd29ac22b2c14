package dev.undertone.training.evaluation;

import java.util.Locale;

/** The parts of a model card that stand before its tables: what machines read, what it is for and where it fails. */
final class ModelCardHead {

    static final String USES = """
            ## Intended uses

            - Emotion classification of short English texts.
            - Sentiment inferred from the emotion: joy and love are positive; sadness, anger and fear negative; surprise goes
              either way.
            - Chat bots and assistants that answer with empathy.
            - Content moderation that brings strong anger or fear to a person. Anger is not abuse, and fear is often a victim
              speaking: the model gives probabilities, a person decides.
            """;

    static final String LIMITS = """
            ## Limitations

            - **Six emotions and no neutral class.** A text without emotion is still given one of the six.
            - **Sarcasm and irony** are read literally.
            - **English only.** Other languages are given scores that mean nothing.
            - **Bias of the training data.** The model repeats what its texts and labels got wrong, and people write elsewhere
              in other ways than in those texts.
            - **Very short texts** have too few words to read an emotion from.""";

    private ModelCardHead() {}

    /** YAML between dashes, as hubs read it. */
    static String frontMatter(ModelCardFacts facts) {
        return String.format(
                        Locale.ROOT,
                        """
                        ---
                        license: %s
                        language:
                        - en
                        library_name: transformers
                        pipeline_tag: text-classification
                        datasets:
                        - %s
                        metrics:
                        - accuracy
                        - f1
                        """,
                        Markdown.yaml(facts.origin().license()),
                        Markdown.yaml(facts.origin().datasetId()))
                + results(facts.evaluation(), Markdown.yaml(facts.origin().datasetId()))
                + "---\n";
    }

    private static String results(EvaluationReport report, String dataset) {
        return String.format(
                Locale.ROOT,
                """
                model-index:
                - name: %s
                  results:
                  - task:
                      type: text-classification
                      name: Text Classification
                    dataset:
                      name: %s
                      type: %s
                      split: validation
                    metrics:
                    - type: accuracy
                      name: Accuracy
                      value: %.4f
                    - type: f1
                      name: Macro F1
                      value: %.4f
                    - type: loss
                      name: Loss
                      value: %.4f
                """,
                Markdown.yaml(report.checkpoint().value()),
                dataset,
                dataset,
                report.accuracy(),
                report.confusion().macroF1(),
                report.loss());
    }
}
