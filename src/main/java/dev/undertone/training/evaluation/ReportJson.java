package dev.undertone.training.evaluation;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report as one line of JSON, the shape that {@code evaluate --json} promises. */
public final class ReportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReportJson() {}

    /** Writes the figures with all their digits; emotions by name, the confusion matrix in label order. */
    public static String line(EvaluationReport report) {
        return MAPPER.writeValueAsString(figures(report));
    }

    /** The same, and after it what else was measured. */
    public static String line(Examination examination) {
        ObjectNode json = figures(examination.report());
        examination.robustness().ifPresent(robustness -> {
            ObjectNode ways = json.putObject("robustness");
            robustness
                    .rows()
                    .forEach(row -> ways.putObject(row.way().title())
                            .put("changed", row.changed())
                            .put("same", row.same())
                            .put("share", row.share()));
        });
        examination.abstention().ifPresent(abstention -> {
            ObjectNode all = json.putObject("abstention");
            all.put("angerOrFear", abstention.alarming())
                    .put("certain", abstention.certain())
                    .put("certainShare", abstention.certainShare());
            ObjectNode neutral = all.putObject("neutral");
            abstention
                    .neutral()
                    .forEach(row -> neutral.putObject(row.name())
                            .put("texts", row.texts())
                            .put("angerOrFearWithCertainty", row.alarmed())
                            .put("angerOrFearWithCertaintyShare", row.alarmedShare())
                            .put("uncertainShare", row.uncertainShare()));
        });
        return MAPPER.writeValueAsString(json);
    }

    /** Checkpoints that differ in the seed: the figures of each, their means and their sample standard deviations. */
    public static String line(Draws draws) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode seeds = json.putArray("seeds");
        draws.draws()
                .forEach(draw -> put(
                        seeds.addObject().put("checkpoint", draw.checkpoint()).put("seed", draw.seed()),
                        draw.figures()));
        put(json.putObject("mean"), draws.mean());
        put(json.putObject("deviation"), draws.deviation());
        return MAPPER.writeValueAsString(json);
    }

    private static void put(ObjectNode json, FinishedRun.Figures figures) {
        json.put("accuracy", figures.accuracy())
                .put("loss", figures.loss())
                .put("macroF1", figures.macroF1())
                .put("ece", figures.ece());
    }

    private static ObjectNode figures(EvaluationReport report) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("checkpoint", report.checkpoint().value());
        json.put("precision", report.precision());
        json.put("examples", report.examples());
        json.put("accuracy", report.accuracy());
        json.put("loss", report.loss());
        json.put("macroF1", report.confusion().macroF1());
        json.put("ece", report.ece());
        ObjectNode perClass = json.putObject("perClass");
        report.confusion()
                .perClass()
                .forEach((emotion, figures) -> perClass.putObject(emotion.label())
                        .put("precision", figures.precision())
                        .put("recall", figures.recall())
                        .put("f1", figures.f1())
                        .put("support", figures.support()));
        ArrayNode confusion = json.putArray("confusion");
        report.confusion().counts().forEach(row -> {
            ArrayNode columns = confusion.addArray();
            row.forEach(columns::add);
        });
        return json;
    }
}
