package dev.undertone.classification.web.batch;

import dev.undertone.textfile.UnreadableFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page where batches are handed in. */
@Controller
class BatchController {

    private static final String PAGE = "batch/page";

    private final BatchDesk desk;
    private final BatchSettings settings;

    BatchController(BatchDesk desk, BatchSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @ModelAttribute
    void frame(Model page) {
        page.addAttribute("settings", settings);
        page.addAttribute("pasted", "");
    }

    @GetMapping("/batch")
    String page() {
        return PAGE;
    }

    @PostMapping("/batch")
    String handIn(
            @RequestParam(defaultValue = "") String pasted,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model page,
            HttpServletResponse response)
            throws IOException {
        page.addAttribute("pasted", pasted);
        boolean hasFile = file != null && !file.isEmpty();
        if (hasFile == !pasted.isBlank()) {
            return refuse(hasFile ? "batch.problem.both" : "batch.problem.empty", page, response);
        }
        try {
            Upload upload = file != null && hasFile
                    ? Upload.read(file, settings)
                    : Upload.read("Pasted lines", pasted, settings);
            if (upload.isEmpty()) {
                return refuse("batch.problem.empty", page, response);
            }
            BatchId id = desk.takeOn(upload.name(), upload.rows(), upload.bad());
            return "redirect:/batch/" + id.value();
        } catch (UnreadableFile unreadable) {
            page.addAttribute("reason", unreadable.getMessage());
            boolean tooLarge = unreadable instanceof UnreadableFile.TooLarge;
            response.setStatus((tooLarge ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT).value());
            page.addAttribute("problem", tooLarge ? "batch.problem.too-large" : "batch.problem.unreadable");
            return PAGE;
        } catch (BatchDeskFull full) {
            page.addAttribute("problem", "batch.problem.full");
            response.setHeader("Retry-After", "60");
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return PAGE;
        }
    }

    private static String refuse(String problem, Model page, HttpServletResponse response) {
        page.addAttribute("problem", problem);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return PAGE;
    }
}
