package dev.undertone.administration.web.models;

import dev.undertone.account.Caller;
import dev.undertone.administration.Checkpoints;
import dev.undertone.administration.Checkpoints.NoSuchCheckpoint;
import dev.undertone.administration.Checkpoints.NothingToGoBackTo;
import dev.undertone.classification.CheckpointSwitch.SwitchInProgress;
import dev.undertone.emotion.Emotion;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.CheckpointRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /models}: the checkpoints, one of them, two side by side, and which one answers. */
@Controller
class ModelsController {

    private final Checkpoints checkpoints;
    private final ModelCards cards;

    ModelsController(Checkpoints checkpoints, ModelCards cards) {
        this.checkpoints = checkpoints;
        this.cards = cards;
    }

    @GetMapping("/models")
    String list(Model page) {
        page.addAttribute("cards", cards.all());
        return "models/list";
    }

    @GetMapping("/models/{id}")
    String card(@PathVariable String id, Model page) {
        page.addAttribute("card", cards.named(id));
        return "models/card";
    }

    @GetMapping("/models/{id}/compare")
    String compare(@PathVariable String id, @RequestParam(defaultValue = "") String with, Model page) {
        page.addAttribute("left", cards.named(id));
        page.addAttribute("right", cards.named(with));
        page.addAttribute("emotions", Emotion.inOrder());
        return "models/compare";
    }

    @PostMapping("/models/{id}/activate")
    String activate(
            @PathVariable String id, Caller caller, Model page, HttpServletResponse response, RedirectAttributes told) {
        CheckpointId checkpoint = cards.known(id);
        return change(() -> checkpoints.activate(checkpoint, caller.actor()).checkpointName(), page, response, told);
    }

    @PostMapping("/models/rollback")
    String rollBack(Caller caller, Model page, HttpServletResponse response, RedirectAttributes told) {
        return change(() -> checkpoints.rollBack(caller.actor()).checkpointName(), page, response, told);
    }

    /** Whatever stood in the way is said in the words of whoever refused; the one before goes on answering. */
    private String change(Supplier<String> change, Model page, HttpServletResponse response, RedirectAttributes told) {
        try {
            told.addFlashAttribute("done", change.get());
            return "redirect:/models";
        } catch (CheckpointRefused | NothingToGoBackTo | SwitchInProgress | NoSuchCheckpoint refused) {
            page.addAttribute("refused", refused.getMessage());
            response.setStatus(HttpStatus.CONFLICT.value());
            return list(page);
        }
    }
}
