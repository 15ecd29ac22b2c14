package dev.undertone.moderation.policies.web.page;

import dev.undertone.moderation.policies.PolicyOverview;
import java.util.List;
import java.util.UUID;

/**
 * A policy in the list.
 *
 * @param id which one
 * @param name what it is called
 * @param main the version that stands for it
 * @param others versions in the shadow, and the newest if it is not that
 * @param count how many versions there are
 */
record PolicyView(UUID id, String name, VersionView main, List<VersionView> others, int count) {

    static PolicyView of(PolicyOverview.Entry entry, PolicyWords words) {
        List<VersionView> others = entry.versions().stream()
                .filter(version -> !version.id().equals(entry.main().id()))
                .map(version -> VersionView.of(version, words))
                .toList();
        return new PolicyView(entry.id(), entry.name(), VersionView.of(entry.main(), words), others, entry.count());
    }
}
