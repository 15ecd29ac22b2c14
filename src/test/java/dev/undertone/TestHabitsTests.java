package dev.undertone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.undertone.House.assertKeptByTests;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** The tests themselves: all of them run, and none waits for time to pass. */
final class TestHabitsTests {

    @Test
    void testsDoNotSleep() {
        assertKeptByTests(
                house -> noClasses()
                        .should()
                        .accessTargetWhere(describe("it sleeps", this::sleeps))
                        .because("a test waits for the event itself, or moves a clock of its own"),
                "crooked.SleepyChecks.sleeps()",
                "crooked.SleepyChecks.dozes()");
    }

    private boolean sleeps(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        return target.getName().equals("sleep")
                && (target.getOwner().isEquivalentTo(Thread.class)
                        || target.getOwner().isEquivalentTo(TimeUnit.class));
    }

    @Test
    void noTestIsSwitchedOff() {
        assertKeptByTests(
                house -> noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("org.junit.jupiter.api.Disabled"),
                "crooked.SleepyChecks.dozes()");
    }

    @Test
    void everyTestStandsWhereTheBuildRunsIt() {
        assertKeptByTests(
                house -> methods()
                        .that()
                        .areMetaAnnotatedWith(Testable.class)
                        .should()
                        .beDeclaredInClassesThat(describe("end in Tests, or are nested in one that does", this::isRun)),
                "crooked.SleepyChecks.sleeps()");
    }

    private boolean isRun(JavaClass type) {
        JavaClass outermost = type;
        for (Optional<JavaClass> outer = type.getEnclosingClass();
                outer.isPresent();
                outer = outer.get().getEnclosingClass()) {
            outermost = outer.get();
        }
        return outermost.getSimpleName().endsWith("Tests");
    }
}
