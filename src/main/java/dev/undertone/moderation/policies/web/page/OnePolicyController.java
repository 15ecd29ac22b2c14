package dev.undertone.moderation.policies.web.page;

import dev.undertone.moderation.policies.PolicyDetails;
import dev.undertone.moderation.policies.PolicyShelf;
import dev.undertone.moderation.policies.VersionDetails;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One policy: its versions, a version of it, and two of them side by side. */
@Controller
@RequestMapping("/policies/{id}")
class OnePolicyController {

    private final PolicyShelf shelf;
    private final PolicyWords words;
    private final VersionPage versionPage;

    OnePolicyController(PolicyShelf shelf, PolicyWords words, VersionPage versionPage) {
        this.shelf = shelf;
        this.words = words;
        this.versionPage = versionPage;
    }

    @GetMapping
    String policy(@PathVariable String id, Model page) {
        PolicyDetails policy = shelf.find(Addresses.policy(id));
        List<VersionView> versions = policy.versions().stream()
                .map(version -> VersionView.of(version, words))
                .toList();
        page.addAttribute("policy", policy);
        page.addAttribute("versions", versions);
        page.addAttribute(
                "main", versions.stream().filter(VersionView::live).findFirst().orElse(versions.get(0)));
        return "policies/policy";
    }

    @GetMapping("/versions/{number}")
    String version(@PathVariable String id, @PathVariable String number, Model page) {
        return versionPage.show(Addresses.policy(id), Addresses.version(number), page);
    }

    @GetMapping(path = "/versions/{number}", params = "preview")
    String versionWithPreview(@PathVariable String id, @PathVariable String number, Model page) {
        return versionPage.showWithPreview(Addresses.policy(id), Addresses.version(number), page);
    }

    @GetMapping("/versions/{number}/preview")
    String preview(@PathVariable String id, @PathVariable String number, Model fragment) {
        return versionPage.preview(Addresses.policy(id), Addresses.version(number), fragment);
    }

    @GetMapping("/compare")
    String compare(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String older,
            @RequestParam(defaultValue = "") String newer,
            Model page) {
        UUID policy = Addresses.policy(id);
        VersionDetails left = shelf.find(policy, Addresses.version(older));
        VersionDetails right = shelf.find(policy, Addresses.version(newer));
        page.addAttribute("older", VersionView.of(left, words));
        page.addAttribute("newer", VersionView.of(right, words));
        page.addAttribute(
                "comparison",
                VersionComparison.of(left.policy().rules(), right.policy().rules(), words));
        page.addAttribute(
                "numbers",
                shelf.find(policy).versions().stream()
                        .map(VersionDetails::number)
                        .toList());
        return "policies/compare";
    }
}
