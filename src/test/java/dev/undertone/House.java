package dev.undertone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * Classes that a rule is tried on: ours, where it must hold, or the crooked house, where it must not.
 *
 * <p>A rule that names a package wrongly holds everywhere and protects nothing. Therefore each rule takes its house as
 * an argument and is tried on both.
 *
 * @param root the root package
 * @param classes all classes below it
 */
record House(String root, JavaClasses classes) {

    private static final House UNDERTONE = new House(
            "dev.undertone",
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.undertone"));

    private static final House UNDERTONE_TESTS = new House(
            "dev.undertone",
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                    .importPackages("dev.undertone"));

    private static final House CROOKED = new House("crooked", new ClassFileImporter().importPackages("crooked"));

    /** Our classes keep the rule, and the rule sees each culprit of the crooked house. */
    static void assertKept(Function<House, ArchRule> rule, String... culprits) {
        assertCanFail(rule, culprits);
        rule.apply(UNDERTONE).check(UNDERTONE.classes());
    }

    /** Our tests keep the rule, and the rule sees each culprit of the crooked house. */
    static void assertKeptByTests(Function<House, ArchRule> rule, String... culprits) {
        assertCanFail(rule, culprits);
        rule.apply(UNDERTONE_TESTS).check(UNDERTONE_TESTS.classes());
    }

    private static void assertCanFail(Function<House, ArchRule> rule, String... culprits) {
        List<String> faults = rule.apply(CROOKED)
                .evaluate(CROOKED.classes())
                .getFailureReport()
                .getDetails();
        assertThat(culprits)
                .isNotEmpty()
                .allSatisfy(culprit -> assertThat(faults)
                        .as("what the rule finds in the crooked house")
                        .anySatisfy(fault -> assertThat(fault).contains(culprit)));
    }

    /** The package pattern of a module with everything below it. */
    String module(String name) {
        return root + "." + name + "..";
    }

    /** The full name of the class that holds {@code main}. */
    String entryPoint() {
        return root.equals("crooked") ? "crooked.Crooked" : Undertone.class.getName();
    }
}
