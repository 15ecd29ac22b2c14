package dev.undertone.administration.web.page;

import dev.undertone.administration.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of one module.
 *
 * @param name of the module
 * @param settings by name
 */
record SettingGroup(String name, List<SettingView> settings) {

    static List<SettingGroup> of(List<Setting> all) {
        Map<String, List<SettingView>> byModule = new TreeMap<>();
        for (Setting setting : all) {
            // undertone.MODULE.NAME
            byModule.computeIfAbsent(setting.name().split("\\.", -1)[1], module -> new ArrayList<>())
                    .add(SettingView.of(setting));
        }
        List<SettingGroup> groups = new ArrayList<>();
        byModule.forEach((module, settings) -> groups.add(new SettingGroup(module, List.copyOf(settings))));
        return groups;
    }
}
