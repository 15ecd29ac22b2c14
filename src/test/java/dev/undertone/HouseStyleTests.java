package dev.undertone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static dev.undertone.House.assertKept;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** How a class of this house is built: who sees it, how it gets its collaborators, what it is called. */
final class HouseStyleTests {

    @Test
    void collaboratorsComeThroughTheConstructor() {
        assertKept(house -> NO_CLASSES_SHOULD_USE_FIELD_INJECTION, "crooked.review.web.QueueController.queue");
    }

    @Test
    void settingsComeAsRecordsAndNotAsSingleValues() {
        assertKept(
                house -> noClasses().should().dependOnClassesThat().areAssignableTo(Value.class),
                "crooked.review.web.QueueController.size",
                "crooked.review.web.QueueController.<init>");
    }

    @Test
    void nothingWritesOurCodeForUs() {
        assertThat(getClass().getClassLoader().getResource("lombok/Data.class"))
                .as("Lombok on the class path")
                .isNull();
    }

    @Test
    void controllersRepositoriesAndWiringArePackagePrivate() {
        DescribedPredicate<JavaClass> wiring = describe(
                "controllers, repositories or wiring",
                type -> type.isMetaAnnotatedWith(Controller.class)
                        || type.isMetaAnnotatedWith(ControllerAdvice.class)
                        || type.isMetaAnnotatedWith(Configuration.class)
                        || type.isMetaAnnotatedWith(org.springframework.stereotype.Repository.class)
                        || type.isAssignableTo(Repository.class));
        assertKept(
                house -> classes()
                        .that(wiring)
                        .should()
                        .bePackagePrivate()
                        .orShould(ArchConditions.bePrivate())
                        .orShould()
                        .haveFullyQualifiedName(house.entryPoint()),
                "crooked.review.web.QueueController",
                "crooked.review.web.QueueFaults",
                "crooked.review.ReviewWiring",
                "crooked.review.StoredReviews",
                "crooked.review.Reviews");
    }

    @Test
    void onlyTheCommandLinePrints() {
        assertKept(
                house -> noClasses()
                        .that()
                        .resideOutsideOfPackage(house.module("cli"))
                        .and()
                        .doNotHaveFullyQualifiedName(house.entryPoint())
                        .should(ACCESS_STANDARD_STREAMS),
                "crooked.review.Loud.out()",
                "crooked.review.Loud.err()",
                "crooked.review.Loud.trace(");
    }

    @Test
    void oldDatesAreNotUsed() {
        assertKept(
                house -> noClasses()
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(Date.class)
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Calendar.class),
                "crooked.review.OldTimes.date()",
                "crooked.review.OldTimes.calendar()");
    }

    @Test
    void textForMachinesDoesNotDependOnTheLocaleOfTheMachine() {
        DescribedPredicate<JavaAccess<?>> local = describe(
                "it writes in the language of the machine",
                access -> access.getTargetOwner().isEquivalentTo(String.class)
                        && Set.of("format", "formatted", "toLowerCase", "toUpperCase")
                                .contains(access.getName())
                        && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget method
                        && method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Locale.class)));
        assertKept(
                house -> noClasses()
                        .should()
                        .accessTargetWhere(local)
                        .because("where people write other digits or another i, SQL and names of files would too"),
                "crooked.review.Native.formatted(",
                "crooked.review.Native.format(",
                "crooked.review.Native.lower(",
                "crooked.review.Native.upperLater(");
    }

    @Test
    void entitiesGuardTheirOwnLife() {
        DescribedPredicate<JavaClass> entity = describe(
                "entities",
                type -> type.isAnnotatedWith(Entity.class)
                        || type.isAnnotatedWith(Embeddable.class)
                        || type.isAnnotatedWith(MappedSuperclass.class));
        assertKept(
                house -> noMethods()
                        .that()
                        .areDeclaredInClassesThat(entity)
                        .should()
                        .haveNameMatching("set[A-Z].*")
                        .because("a method of an entity says what happens, such as approve(by, at)"),
                "crooked.emotion.Mood.setName(");
    }

    @Test
    void namesSayWhatAThingIs() {
        assertKept(
                house -> noClasses().should().haveNameMatching(".*(Impl|Manager|Utils?|Helper)"),
                "crooked.review.Evasive$ReviewImpl",
                "crooked.review.Evasive$ReviewManager",
                "crooked.review.Evasive$ReviewUtil>",
                "crooked.review.Evasive$ReviewUtils",
                "crooked.review.Evasive$ReviewHelper");
    }
}
