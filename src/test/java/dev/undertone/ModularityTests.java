package dev.undertone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import crooked.Crooked;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Every package below the root is a module that declares what it may use, and uses nothing else. */
final class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(Undertone.class);

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void undeclaredUseIsRefused() {
        ImportOption everything = location -> true;
        ApplicationModules crooked = ApplicationModules.of(Crooked.class, everything);

        assertThatThrownBy(crooked::verify)
                .hasMessageContaining("Module 'emotion' depends on module 'training'")
                .hasMessageContaining("Cycle detected");
    }

    @Test
    void modulesDeclareWhatTheArchitectureGrantsThem() {
        Map<String, Set<String>> declared = MODULES.stream()
                .collect(Collectors.toMap(
                        module -> module.getIdentifier().toString(), module -> namedModules(declaration(module))));

        assertThat(declared)
                .as("package-info of each module against ModuleTable; change both in one commit that says why")
                .isEqualTo(ModuleTable.BUILT);
    }

    private static ApplicationModule declaration(org.springframework.modulith.core.ApplicationModule module) {
        return module.getBasePackage()
                .getAnnotation(ApplicationModule.class)
                .orElseThrow(() -> new AssertionError(module.getBasePackage() + " needs @ApplicationModule"));
    }

    /** The table knows whole modules; which of their named interfaces is meant stands behind two colons. */
    private static Set<String> namedModules(ApplicationModule declaration) {
        return Arrays.stream(declaration.allowedDependencies())
                .map(dependency -> dependency.replaceFirst("\\s*::.*", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void plainModulesAreNamedRight() {
        assertThat(ModuleTable.BUILT.keySet()).containsAll(ModuleTable.PLAIN);
    }
}
