package app.tahap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** Holds the picture in src/docs/architecture.md true. */
@AnalyzeClasses(packages = "app.tahap", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @Test
    void modulesDependOnEachOtherInOneDirection() {
        ApplicationModules.of(TahapApplication.class).verify();
    }

    @ArchTest
    static final ArchRule technicalModulesKnowNoDomain = noClasses()
            .that()
            .resideInAnyPackage("app.tahap.web", "app.tahap.database")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "app.tahap.account",
                    "app.tahap.contact",
                    "app.tahap.deal",
                    "app.tahap.exchange",
                    "app.tahap.money",
                    "app.tahap.pipeline",
                    "app.tahap.report",
                    "app.tahap.sample",
                    "app.tahap.setup");

    @ArchTest
    static final ArchRule nobodyDependsOnReportsAndImports = noClasses()
            .that()
            .resideOutsideOfPackages("app.tahap.report", "app.tahap.exchange")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("app.tahap.report", "app.tahap.exchange");

    @ArchTest
    static final ArchRule controllersAreKnownToTheFrameworkAlone =
            classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule controllersLeaveTransactionsToServices = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Controller.class)
            .should()
            .beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule associationsAreLazy = fields().that()
            .areAnnotatedWith(ManyToOne.class)
            .should(ArchitectureConditions.declare(ManyToOne.class, one -> one.fetch() == FetchType.LAZY, "LAZY"));

    @ArchTest
    static final ArchRule reportsReadNoEntities = noClasses()
            .that()
            .resideInAPackage("app.tahap.report")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule nobodyThrowsBareExceptions = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule loggersAreConstants = fields().that()
            .haveRawType("org.slf4j.Logger")
            .should()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .beFinal();

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses().should(ArchitectureConditions.askTheSystemForTheTime());

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should(ArchitectureConditions.notBeSetters());

    @ArchTest
    static final ArchRule amountsAreNeverFloats = noFields()
            .that()
            .haveNameMatching("(?i).*(amount|rate|total|price|probability)")
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(Double.class);
}
