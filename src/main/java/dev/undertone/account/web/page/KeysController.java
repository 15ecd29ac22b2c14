package dev.undertone.account.web.page;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.Caller;
import dev.undertone.account.NameTaken;
import dev.undertone.account.NotAcceptable;
import dev.undertone.account.Scope;
import dev.undertone.account.UnknownAccount;
import dev.undertone.paging.Limit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The API keys of this service: makes them and ends them. */
@Controller
class KeysController {

    private static final String BACK = "redirect:/admin/keys";

    private final ApiKeys keys;

    KeysController(ApiKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/admin/keys")
    String page(@RequestParam(name = "after") @Nullable String after, Model page) {
        page.addAttribute("keys", keys.list(new Limit(Limit.MAX), after));
        page.addAttribute("scopes", Scope.values());
        page.addAttribute(
                "address", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return "admin/keys";
    }

    @PostMapping("/admin/keys")
    String create(
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "scope") @Nullable List<String> scopes,
            Caller caller,
            RedirectAttributes told) {
        List<String> chosen = Optional.ofNullable(scopes).orElse(List.of());
        told.addFlashAttribute("typed", name);
        told.addFlashAttribute("chosen", List.copyOf(chosen));
        return telling(told, () -> {
            String key = keys.create(name, scopes(chosen), caller.actor());
            return Told.secret("keys.made", keys.named(name).orElseThrow().name(), key);
        });
    }

    @PostMapping("/admin/keys/{id}/revoke")
    String revoke(@PathVariable String id, Caller caller, RedirectAttributes told) {
        return telling(
                told,
                () -> Told.done(
                        "keys.revoked",
                        keys.revoke(Ids.read(id).orElseThrow(UnknownAccount::apiKey), caller.actor())
                                .name()));
    }

    private static String telling(RedirectAttributes told, Supplier<Told> change) {
        try {
            told.addFlashAttribute("told", change.get());
        } catch (NameTaken | NotAcceptable | UnknownAccount refused) {
            told.addFlashAttribute("refused", String.valueOf(refused.getMessage()));
        }
        return BACK;
    }

    private static Set<Scope> scopes(List<String> labels) {
        return labels.stream()
                .flatMap(label -> Scope.withLabel(label).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
