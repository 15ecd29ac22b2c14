package dev.undertone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.undertone.House.assertKept;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Time, randomness and seeds come in from outside, so that a run can be repeated. */
final class ClockAndChanceTests {

    private static final Set<String> SYSTEM_CLOCKS =
            Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes");

    @Test
    void timeIsReadFromAClock() {
        assertKept(
                house -> noClasses()
                        .should()
                        .accessTargetWhere(describe("the time comes from nowhere", this::readsTheTime))
                        .because("the time is asked of a Clock that came in through the constructor"),
                "crooked.review.Ambient.instant()",
                "crooked.review.Ambient.dateInZone()",
                "crooked.review.Ambient.later()",
                "crooked.review.Ambient.millis()");
    }

    @Test
    void onlyTheWiringTakesTheSystemsClock() {
        assertKept(
                house -> noClasses()
                        .that()
                        .resideOutsideOfPackage(house.module("system"))
                        .and()
                        .doNotHaveFullyQualifiedName(house.entryPoint())
                        .should()
                        .accessTargetWhere(describe("it is the system's clock", this::isTheSystemsClock))
                        .because("there is one clock for the whole house, which tests can replace"),
                "crooked.review.Ambient.clock()",
                "crooked.review.Ambient.clockLater()",
                "crooked.review.Ambient.source()");
    }

    @Test
    void chanceHasASeed() {
        assertKept(
                house -> noClasses()
                        .should()
                        .accessTargetWhere(describe("the chance has no seed", this::isChanceWithoutSeed))
                        .because("the same seed must give the same result"),
                "crooked.review.Ambient.random()",
                "crooked.review.Ambient.splittable()",
                "crooked.review.Ambient.threadLocal()",
                "crooked.review.Ambient.generator()",
                "crooked.review.Ambient.math()",
                "crooked.review.Ambient.shuffled(");
    }

    private boolean readsTheTime(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        boolean now = target.getOwner().getPackageName().equals("java.time")
                && target.getName().equals("now")
                && target instanceof AccessTarget.CodeUnitAccessTarget code
                && code.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return now || is(target, System.class, "currentTimeMillis");
    }

    private boolean isTheSystemsClock(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        return SYSTEM_CLOCKS.stream().anyMatch(name -> is(target, Clock.class, name))
                || is(target, InstantSource.class, "system");
    }

    private boolean isChanceWithoutSeed(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        return is(target, ThreadLocalRandom.class, "current")
                || is(target, Math.class, "random")
                || is(target, StrictMath.class, "random")
                || is(target, RandomGenerator.class, "getDefault")
                || is(target, RandomGenerator.class, "of")
                || (is(target, Random.class, "<init>") && takes(target, 0))
                || (is(target, SplittableRandom.class, "<init>") && takes(target, 0))
                || (is(target, Collections.class, "shuffle") && takes(target, 1));
    }

    private static boolean is(AccessTarget target, Class<?> owner, String name) {
        return target.getOwner().isEquivalentTo(owner) && target.getName().equals(name);
    }

    private static boolean takes(AccessTarget target, int parameters) {
        return target instanceof AccessTarget.CodeUnitAccessTarget code
                && code.getRawParameterTypes().size() == parameters;
    }
}
