package dev.undertone.classification.web.batch;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** One batch: its progress, its result, its files, its end. */
@Controller
@RequestMapping("/batch/{id}")
class BatchResultController {

    private final BatchDesk desk;
    private final JsonMapper json;

    BatchResultController(BatchDesk desk, JsonMapper json) {
        this.desk = desk;
        this.json = json;
    }

    @GetMapping
    String result(
            @PathVariable String id,
            @RequestParam(defaultValue = "line") String sort,
            @RequestParam(defaultValue = "asc") String order,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        BatchJob.Snapshot job = find(id);
        model.addAttribute("job", job);
        model.addAttribute("table", ResultTable.of(job.scored(), SortKey.named(sort), order.equals("desc"), page));
        model.addAttribute("distribution", Distribution.of(job.scored()));
        return "batch/result";
    }

    /**
     * Asked for every second by the page's script, which loads the page anew when the job is over or no longer there.
     */
    @GetMapping("/progress")
    String progress(@PathVariable String id, Model model, HttpServletResponse response) {
        Optional<BatchJob.Snapshot> job = BatchId.parse(id).flatMap(desk::find);
        if (job.filter(known -> !known.isOver()).isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("job", job.orElseThrow(BatchResultController::notThere));
        return "batch/progress :: progress";
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable String id) {
        desk.cancel(parse(id));
        return "redirect:/batch/{id}";
    }

    @PostMapping("/forget")
    String forget(@PathVariable String id) {
        desk.forget(parse(id));
        return "redirect:/batch";
    }

    @GetMapping("/result.csv")
    void csv(@PathVariable String id, HttpServletResponse response) throws IOException {
        send(ResultFile.CSV, find(id), response);
    }

    @GetMapping("/result.jsonl")
    void jsonl(@PathVariable String id, HttpServletResponse response) throws IOException {
        send(ResultFile.JSONL, find(id), response);
    }

    @GetMapping("/bad-rows.csv")
    void badRows(@PathVariable String id, HttpServletResponse response) throws IOException {
        send(ResultFile.BAD_ROWS, find(id), response);
    }

    private void send(ResultFile file, BatchJob.Snapshot job, HttpServletResponse response) throws IOException {
        response.setContentType(file.contentType() + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("undertone-" + file.fileName())
                        .build()
                        .toString());
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            file.write(job, out, json);
        }
    }

    private BatchJob.Snapshot find(String id) {
        return BatchId.parse(id).flatMap(desk::find).orElseThrow(BatchResultController::notThere);
    }

    private static BatchId parse(String id) {
        return Optional.of(id).flatMap(BatchId::parse).orElseThrow(BatchResultController::notThere);
    }

    private static ErrorResponseException notThere() {
        return new ErrorResponseException(
                HttpStatus.NOT_FOUND,
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such batch, or no longer."),
                null);
    }
}
