package dev.undertone.cli;

import dev.undertone.account.NotAcceptable;
import java.util.function.Supplier;

/** A name or password that breaks a rule is wrong usage of a command. */
final class AccountRules {

    private AccountRules() {}

    static <T> T kept(Supplier<T> change) {
        try {
            return change.get();
        } catch (NotAcceptable e) {
            throw new OneLineErrors.WrongUsage("--" + e.field() + ": " + e.getMessage(), e);
        }
    }
}
