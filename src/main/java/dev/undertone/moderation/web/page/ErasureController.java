package dev.undertone.moderation.web.page;

import dev.undertone.account.Caller;
import dev.undertone.moderation.StorableText;
import dev.undertone.moderation.erasure.AuthorErasure;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Erases an author whose name was typed twice, and shows the receipt. */
@Controller
class ErasureController {

    private static final String PAGE = "admin/erasure";
    private static final int LONGEST = 200;

    private final AuthorErasure erasure;

    ErasureController(AuthorErasure erasure) {
        this.erasure = erasure;
    }

    @GetMapping("/admin/erasure")
    String page() {
        return PAGE;
    }

    /** Answers with the receipt itself: kept for a page that follows it would name the erasure in the session. */
    @PostMapping("/admin/erasure")
    String erase(
            @RequestParam(name = "author", defaultValue = "") String author,
            @RequestParam(name = "again", defaultValue = "") String again,
            Caller caller,
            Model page,
            HttpServletResponse response) {
        if (author.isBlank() || author.length() > LONGEST || StorableText.isUnfitForNames(author)) {
            return refuse("EMPTY", author, page, response);
        }
        if (!author.equals(again)) {
            return refuse("DIFFERENT", author, page, response);
        }
        page.addAttribute("receipt", erasure.erase(author, caller.actor()));
        return PAGE;
    }

    private static String refuse(String wrong, String author, Model page, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        page.addAttribute("wrong", wrong);
        page.addAttribute("author", author);
        return PAGE;
    }
}
