package dev.undertone.administration.web.page;

import dev.undertone.account.Caller;
import dev.undertone.administration.settings.Setting;
import dev.undertone.administration.settings.SettingsBook;
import dev.undertone.administration.settings.SettingsBook.SetElsewhere;
import dev.undertone.administration.settings.SettingsBook.UnfitValue;
import dev.undertone.administration.settings.SettingsBook.UnknownSetting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every setting, where its value comes from, and the way to change it for the next start. */
@Controller
class SettingsPageController {

    private final SettingsBook book;

    SettingsPageController(SettingsBook book) {
        this.book = book;
    }

    @GetMapping("/admin/settings")
    String page(Model page) {
        page.addAttribute("groups", SettingGroup.of(book.list()));
        return "admin/settings";
    }

    @PostMapping("/admin/settings")
    String change(
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "value") @Nullable String value,
            @RequestParam(name = "back", defaultValue = "false") boolean back,
            Caller caller,
            RedirectAttributes told) {
        told.addFlashAttribute("name", name);
        try {
            Setting changed = book.change(name, Optional.ofNullable(value).filter(text -> !back), caller.actor());
            told.addFlashAttribute("kept", changed.afterRestart() != null);
        } catch (UnknownSetting unknown) {
            told.addFlashAttribute("unknown", String.valueOf(unknown.getMessage()));
        } catch (UnfitValue | SetElsewhere refused) {
            told.addFlashAttribute("refused", String.valueOf(refused.getMessage()));
            told.addFlashAttribute("typed", Optional.ofNullable(value).orElse(""));
        }
        return "redirect:/admin/settings#" + (name.matches("[a-z0-9.-]{1,200}") ? name : "");
    }
}
