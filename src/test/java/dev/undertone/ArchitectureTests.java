package dev.undertone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.undertone.House.assertKept;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which part of the house may know which: the borders that the module table alone does not draw. */
final class ArchitectureTests {

    @Test
    void onlyTheNetworkAndItsTrainingUseDjl() {
        assertKept(
                house -> noClasses()
                        .that()
                        .resideOutsideOfPackages(house.module("distilbert"), house.module("training"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("ai.djl..", "ai.onnxruntime..")
                        .because("native memory is closed by whoever opened it"),
                "crooked.cli.Tensors.count(ai.djl.ndarray.NDArray)");
    }

    @Test
    void nobodyElseCallsWhatTakesOrGivesTensors() {
        assertKept(
                house -> noClasses()
                        .that()
                        .resideOutsideOfPackages(house.module("distilbert"), house.module("training"))
                        .should()
                        .accessTargetWhere(describe("its signature names a class of ai.djl", this::namesDjl))
                        .because("a tensor that passes through another module is closed by nobody"),
                "crooked.cli.Tensors.passedOn()");
    }

    private boolean namesDjl(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        Stream<JavaClass> types = Stream.empty();
        if (target instanceof AccessTarget.CodeUnitAccessTarget code) {
            types = Stream.concat(Stream.of(code.getRawReturnType()), code.getRawParameterTypes().stream());
        } else if (target instanceof AccessTarget.FieldAccessTarget field) {
            types = Stream.of(field.getRawType());
        }
        return types.map(JavaClass::getBaseComponentType)
                .anyMatch(type -> type.getPackageName().startsWith("ai.djl"));
    }

    static Stream<String> plainModules() {
        return ModuleTable.PLAIN.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("plainModules")
    void plainModulesKnowNeitherSpringNorADatabase(String module) {
        assertKept(
                house -> noClasses()
                        .that()
                        .resideInAPackage(house.module(house.root().equals("crooked") ? "emotion" : module))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                        "org.springframework..",
                                        "jakarta..",
                                        "org.hibernate..",
                                        "java.sql..",
                                        "javax.sql..")
                                .and(not(resideInAPackage("org.springframework.modulith..")))),
                "crooked.emotion.Mood> is annotated with <org.springframework.stereotype.Component>",
                "crooked.emotion.Mood> is annotated with <jakarta.persistence.Entity>",
                "crooked.emotion.Mood.store()");
    }

    @Test
    void trainingKnowsNeitherWebNorDatabase() {
        assertKept(
                house -> noClasses()
                        .that()
                        .resideInAPackage(house.module("training"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.springframework.web..",
                                "org.springframework.data..",
                                "jakarta.servlet..",
                                "jakarta.persistence..",
                                "java.sql..",
                                "javax.sql.."),
                "crooked.training.Network.answer()",
                "crooked.training.Network.save(");
    }

    @Test
    void nothingInsideKnowsThePages() {
        assertKept(
                house -> noClasses()
                        .that()
                        .resideOutsideOfPackage(house.module("*.web"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(house.module("*.web"))
                        .because("pages and endpoints stand outermost, so that the feature works without them"),
                "crooked.review.Backward.page");
    }

    @Test
    void theRootHoldsOnlyTheEntryPoint() {
        assertKept(
                house -> classes()
                        .that()
                        .resideInAPackage(house.root())
                        .and()
                        .doNotHaveSimpleName("package-info")
                        .should()
                        .haveFullyQualifiedName(house.entryPoint()),
                "crooked.Stray");
    }

    @Test
    void nothingKnowsTheEntryPoint() {
        assertKept(
                house -> noClasses()
                        .that()
                        .resideInAPackage(house.root() + ".*..")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName(house.entryPoint()),
                "crooked.cli.Tensors.main()");
    }

    @Test
    void modulesDoNotNeedEachOtherInCircles() {
        assertKept(
                house -> slices().matching(house.root() + ".(*)..").should().beFreeOfCycles(),
                "Slice emotion -> ",
                "Slice training -> ");
    }
}
