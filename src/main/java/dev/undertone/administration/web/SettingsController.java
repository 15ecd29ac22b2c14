package dev.undertone.administration.web;

import dev.undertone.account.Caller;
import dev.undertone.administration.settings.Setting;
import dev.undertone.administration.settings.SettingsBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/admin/settings}. */
@RestController
@RequestMapping(path = "/api/v1/admin/settings", produces = "application/json")
@Tag(name = "administration")
class SettingsController {

    private final SettingsBook settings;

    SettingsController(SettingsBook settings) {
        this.settings = settings;
    }

    @GetMapping
    @Operation(summary = "Lists every setting, its value and where that comes from")
    SettingList list() {
        return new SettingList(settings.list(), null);
    }

    @PostMapping(consumes = "application/json")
    @Operation(
            summary = "Keeps a value for the next start",
            description = "A value of null takes the change back. What the operator has set cannot be changed here.")
    Setting change(@RequestBody NewValue change, @Parameter(hidden = true) Caller caller) {
        return settings.change(change.named(), Optional.ofNullable(change.value()), caller.actor());
    }

    @ExceptionHandler
    ProblemDetail unknown(SettingsBook.UnknownSetting fault) {
        return problem(HttpStatus.NOT_FOUND, fault);
    }

    @ExceptionHandler
    ProblemDetail unfit(SettingsBook.UnfitValue fault) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, fault);
    }

    @ExceptionHandler
    ProblemDetail setElsewhere(SettingsBook.SetElsewhere fault) {
        return problem(HttpStatus.CONFLICT, fault);
    }

    private static ProblemDetail problem(HttpStatus status, RuntimeException fault) {
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(fault.getMessage()));
    }

    /**
     * All settings, on one page.
     *
     * @param items by name
     * @param next always null
     */
    record SettingList(List<Setting> items, @Nullable String next) {}

    /**
     * A change.
     *
     * @param name of the setting in full
     * @param value for the next start; null takes an earlier change back
     */
    record NewValue(@Nullable String name, @Nullable String value) {

        String named() {
            return Optional.ofNullable(name).orElse("");
        }
    }
}
