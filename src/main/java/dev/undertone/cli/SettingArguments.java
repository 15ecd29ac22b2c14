package dev.undertone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The arguments of a command, with the settings among them set apart: an option whose name has a dot, such as
 * {@code --undertone.data-dir=/var/lib/undertone}, is a setting and not the command's.
 *
 * @param settings each {@code --name=value}
 * @param rest everything else, in order
 */
record SettingArguments(List<String> settings, List<String> rest) {

    private static final Pattern SETTING =
            Pattern.compile("--[A-Za-z][A-Za-z0-9-]*(\\.[A-Za-z0-9_\\[\\]-]+)+=.*", Pattern.DOTALL);

    SettingArguments {
        settings = List.copyOf(settings);
        rest = List.copyOf(rest);
    }

    static SettingArguments of(List<String> arguments) {
        List<String> settings = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        boolean literal = false;
        for (String argument : arguments) {
            literal |= argument.equals("--");
            (!literal && isSetting(argument) ? settings : rest).add(argument);
        }
        return new SettingArguments(settings, rest);
    }

    static boolean isSetting(String argument) {
        return SETTING.matcher(argument).matches();
    }
}
