package dev.windfall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.windfall.prizes.EarlierWinners;
import dev.windfall.prizes.PeriodArchive;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.SnapshotLoader;
import dev.windfall.prizes.Snapshots;
import dev.windfall.prizes.SubscriberPrizes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Controller;

/// The plan of the house, and why it is so.
@AnalyzeClasses(packagesOf = Windfall.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule roomsFormNoCircle = slices().matching("dev.windfall.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a room can only be understood, moved or tried alone if none of those below it knows of it");

    @ArchTest
    static final ArchRule dependenciesPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("draw")
            .definedBy("dev.windfall.draw..")
            .layer("database")
            .definedBy("dev.windfall.database..")
            .layer("language")
            .definedBy("dev.windfall.language..")
            .layer("csv")
            .definedBy("dev.windfall.csv..")
            .layer("statement")
            .definedBy("dev.windfall.statement..")
            .layer("audit")
            .definedBy("dev.windfall.audit..")
            .layer("account")
            .definedBy("dev.windfall.account..")
            .layer("prizes")
            .definedBy("dev.windfall.prizes..")
            .layer("publishing")
            .definedBy("dev.windfall.publishing..")
            .layer("refresh")
            .definedBy("dev.windfall.refresh..")
            .layer("notice")
            .definedBy("dev.windfall.notice..")
            .layer("delivery")
            .definedBy("dev.windfall.delivery..")
            .layer("simulator")
            .definedBy("dev.windfall.simulator..")
            .layer("demo")
            .definedBy("dev.windfall.demo..")
            .layer("admin")
            .definedBy("dev.windfall.admin..")
            .layer("measure")
            .definedBy("dev.windfall.measure..")
            .layer("monitoring")
            .definedBy("dev.windfall.monitoring..")
            .layer("web")
            .definedBy("dev.windfall.web..")
            .layer("program")
            .definedBy("dev.windfall")
            .whereLayer("draw")
            .mayOnlyAccessLayers("statement")
            .whereLayer("statement")
            .mayOnlyAccessLayers("measure")
            .whereLayer("database")
            .mayNotAccessAnyLayer()
            .whereLayer("measure")
            .mayNotAccessAnyLayer()
            .whereLayer("language")
            .mayOnlyAccessLayers("measure")
            .whereLayer("csv")
            .mayNotAccessAnyLayer()
            .whereLayer("account")
            .mayOnlyAccessLayers("database", "audit")
            .whereLayer("prizes")
            .mayOnlyAccessLayers("draw", "account", "language", "csv", "measure")
            .whereLayer("audit")
            .mayOnlyAccessLayers("draw", "csv")
            .whereLayer("publishing")
            .mayOnlyAccessLayers("draw", "account", "audit", "statement", "csv")
            .whereLayer("refresh")
            .mayOnlyAccessLayers("draw", "account", "prizes", "publishing", "statement", "measure")
            .whereLayer("notice")
            .mayOnlyAccessLayers("account", "database", "language", "measure")
            .whereLayer("delivery")
            .mayOnlyAccessLayers(
                    "draw", "prizes", "notice", "account", "database", "language", "audit", "csv", "measure")
            .whereLayer("simulator")
            .mayOnlyAccessLayers("draw", "publishing")
            .whereLayer("web")
            .mayOnlyAccessLayers("draw", "account", "language")
            .whereLayer("demo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("admin")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("monitoring")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("program")
            .mayNotBeAccessedByAnyLayer()
            .because("prizes know nothing of how draws get in, and nothing knows of the demo");

    @ArchTest
    static final ArchRule publishingPointsInwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("file")
            .definedBy("dev.windfall.publishing.file")
            .layer("gate")
            .definedBy("dev.windfall.publishing.gate")
            .layer("steps")
            .definedBy("dev.windfall.publishing")
            .layer("intake")
            .definedBy("dev.windfall.publishing.intake")
            .layer("page")
            .definedBy("dev.windfall.publishing.page")
            .whereLayer("file")
            .mayNotAccessAnyLayer()
            .whereLayer("gate")
            .mayOnlyAccessLayers("file")
            .whereLayer("steps")
            .mayOnlyAccessLayers("file")
            .whereLayer("intake")
            .mayOnlyAccessLayers("steps", "gate", "file")
            .whereLayer("page")
            .mayNotBeAccessedByAnyLayer()
            .because("what is checked and published doesn't depend on how it came in, nor on how it is shown");

    @ArchTest
    static final ArchRule prizesPointInwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("answers")
            .definedBy("dev.windfall.prizes")
            .layer("shared")
            .definedBy("dev.windfall.prizes.shared")
            .layer("page")
            .definedBy("dev.windfall.prizes.page")
            .layer("results")
            .definedBy("dev.windfall.prizes.results")
            .layer("statement")
            .definedBy("dev.windfall.prizes.statement")
            .whereLayer("answers")
            .mayNotAccessAnyLayer()
            .whereLayer("shared")
            .mayOnlyAccessLayers("answers")
            .whereLayer("page")
            .mayOnlyAccessLayers("answers", "shared")
            .whereLayer("results")
            .mayOnlyAccessLayers("answers", "shared")
            .whereLayer("statement")
            .mayOnlyAccessLayers("answers", "shared")
            .because("what somebody won doesn't depend on whether it is shown, fed to a program or printed");

    @ArchTest
    static final ArchRule theCoreIsPlainJava = noClasses()
            .that()
            .belongToAnyOf(
                    PrizesService.class,
                    PeriodArchive.class,
                    EarlierWinners.class,
                    Snapshot.class,
                    SnapshotLoader.class,
                    Snapshots.class,
                    SubscriberPrizes.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..")
            .because("what answers a subscriber is tested without a container and without a database");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(YearMonth.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the lottery's day is that of its own time zone, and tests choose it");

    @ArchTest
    static final ArchRule onlyTheLotterysSettingsChooseAClock = noClasses()
            .that()
            .resideOutsideOfPackage("dev.windfall.draw")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("a rehearsal moves everybody's clock");

    @ArchTest
    static final ArchRule sharedQuestionsNameNoSubscriber = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.windfall.draw")
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Repository")
            .should()
            .haveNameNotMatching("(?i).*subscriber.*")
            .because("a question with a subscriber in it has millions of answers, and no cache holds them");

    @ArchTest
    static final ArchRule controllersStayBehindTheirRoomsDoor = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .notBePublic()
            .because("pages are reached over HTTP, not from other rooms");
}
