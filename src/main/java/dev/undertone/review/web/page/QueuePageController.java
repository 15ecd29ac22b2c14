package dev.undertone.review.web.page;

import dev.undertone.account.Caller;
import dev.undertone.classification.ClassifierUnavailable;
import dev.undertone.review.NoSuchItem;
import dev.undertone.review.reading.ItemDetails;
import dev.undertone.review.web.Asked;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list, an item beside it, and the parts of both that the page's script asks for. */
@Controller
class QueuePageController {

    private final Desk desk;
    private final WordWeights words;
    private final PlainWords plain;

    QueuePageController(Desk desk, WordWeights words, PlainWords plain) {
        this.desk = desk;
        this.words = words;
        this.plain = plain;
    }

    /** From which list somebody works, for the links and forms of every part. */
    @ModelAttribute("query")
    DeskQuery query(DeskQuery asked) {
        return asked;
    }

    @GetMapping("/queue")
    String queue(DeskQuery query, @RequestParam(required = false) @Nullable String after, Caller caller, Model page) {
        page.addAttribute("list", desk.list(query, Optional.ofNullable(after), caller));
        return "queue/page";
    }

    @GetMapping("/queue/list")
    String list(DeskQuery query, Caller caller, Model page) {
        page.addAttribute("list", desk.list(query, Optional.empty(), caller));
        return "queue/list :: refreshed";
    }

    @GetMapping("/queue/rows")
    String rows(DeskQuery query, @RequestParam String after, Caller caller, Model page) {
        page.addAttribute("list", desk.list(query, Optional.of(after), caller));
        return "queue/list :: rows";
    }

    /** The number beside the name of the page, for all the other pages. */
    @GetMapping("/queue/open")
    String open(Caller caller, Model page) {
        page.addAttribute("openItems", desk.openItems(caller));
        return "queue/list :: open";
    }

    @GetMapping("/items/{id}")
    String item(
            @PathVariable String id,
            DeskQuery query,
            @RequestParam(name = "words", defaultValue = "false") boolean withWords,
            Caller caller,
            Model page) {
        ItemDetails details = desk.find(Asked.id("item", id));
        Said said = withWords ? explain(details, page) : Said.whole(details);
        page.addAttribute("item", desk.item(details, said, caller));
        page.addAttribute("list", desk.list(query, Optional.empty(), caller));
        return "queue/page";
    }

    /** The item alone, for the page that shows the list already. */
    @GetMapping(path = "/items/{id}", headers = "HX-Request")
    String part(
            @PathVariable String id,
            DeskQuery query,
            @RequestParam(defaultValue = "false") boolean lost,
            Caller caller,
            HttpServletResponse response,
            Model page) {
        try {
            page.addAttribute("item", desk.item(Asked.id("item", id), caller));
            if (lost) {
                page.addAttribute("notice", plain.notice("lease", "queue.problem.lease-over"));
            }
        } catch (NoSuchItem removed) {
            page.addAttribute("notice", plain.notice("information", "queue.problem.removed"));
            response.setStatus(HttpStatus.NOT_FOUND.value());
            response.setHeader("HX-Replace-Url", "/queue" + query.search());
        }
        return "queue/item :: item";
    }

    @GetMapping("/items/{id}/words")
    String words(@PathVariable String id, Caller caller, Model page) {
        UUID item = Asked.id("item", id);
        ItemDetails details = desk.find(item);
        page.addAttribute("said", explain(details, page));
        page.addAttribute("itemId", item);
        return "queue/words :: found";
    }

    private Said explain(ItemDetails details, Model page) {
        page.addAttribute("explained", true);
        try {
            Optional<WordWeights.Words> found = words.in(details);
            found.ifPresent(known -> page.addAttribute("found", known));
            return found.map(known -> Said.marked(details, known.marked())).orElseGet(() -> Said.whole(details));
        } catch (ClassifierUnavailable busy) {
            page.addAttribute("busy", true);
            return Said.whole(details);
        }
    }
}
