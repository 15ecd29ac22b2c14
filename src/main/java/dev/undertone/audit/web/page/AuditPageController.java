package dev.undertone.audit.web.page;

import dev.undertone.audit.AuditChain;
import dev.undertone.audit.AuditEntry;
import dev.undertone.audit.AuditHistory;
import dev.undertone.audit.ChainHead;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /audit}: who changed what, whether the chain holds, and files to take away. */
@Controller
@RequestMapping("/audit")
class AuditPageController {

    private final AuditHistory history;
    private final AuditChain chain;
    private final ChainCheck check;
    private final EntriesFile file;
    private final Deeds deeds;
    private final SubjectNames names;

    AuditPageController(
            AuditHistory history,
            AuditChain chain,
            ChainCheck check,
            EntriesFile file,
            Deeds deeds,
            SubjectNames names) {
        this.history = history;
        this.chain = chain;
        this.check = check;
        this.file = file;
        this.deeds = deeds;
        this.names = names;
    }

    @GetMapping
    String entries(FilterForm filter, @RequestParam(required = false) @Nullable String after, Model page) {
        Page<AuditEntry> found = history.page(filter.asFilter(), after, Limit.of(null));
        Map<String, String> known = names.of(found.items());
        Page<EntryView> entries = found.map(entry -> EntryView.of(entry, deeds, known));
        page.addAttribute("filter", filter);
        page.addAttribute("actions", Deeds.KNOWN);
        page.addAttribute("entries", entries.items());
        page.addAttribute("next", entries.next());
        page.addAttribute("later", after != null);
        page.addAttribute("head", chain.head());
        return "audit/page";
    }

    /** Only the result for the page's script, which goes on while the chain is read. */
    @GetMapping(path = "/check", headers = "HX-Request")
    String checkPart(
            @RequestParam(required = false) @Nullable String count,
            @RequestParam(required = false) @Nullable String hash,
            Model page) {
        page.addAttribute("check", check.check(count, hash));
        return "audit/check :: check";
    }

    @GetMapping("/check")
    String check(
            @RequestParam(required = false) @Nullable String count,
            @RequestParam(required = false) @Nullable String hash,
            Model page) {
        page.addAttribute("check", check.check(count, hash));
        return entries(new FilterForm(null, null, null, null, null), null, page);
    }

    /** To be kept where nobody who can write to the database can write. */
    @GetMapping(path = "/head.json")
    ResponseEntity<ChainHead> head() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("undertone-audit-head.json"))
                .body(chain.head());
    }

    @GetMapping("/entries.csv")
    void csv(FilterForm filter, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("undertone-audit.csv"));
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            file.write(filter.asFilter(), out);
        }
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
