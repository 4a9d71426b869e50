package dev.keiyaku.eventstore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(
    packages = "dev.keiyaku.eventstore",
    importOptions = ImportOption.DoNotIncludeTests.class)
class EventStoreWallsTest {

  @ArchTest
  static final ArchRule whatServicesSeeKnowsNoDatabase =
      noClasses()
          .that()
          .resideInAPackage("dev.keiyaku.eventstore")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.springframework..", "dev.keiyaku.eventstore.*..");

  @ArchTest
  static final ArchRule onlyTheWiringKnowsTheWiring =
      noClasses()
          .that()
          .resideOutsideOfPackage("..wiring..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..wiring..");

  @ArchTest
  static final ArchRule onlyTheAppenderWrites =
      classes()
          .that()
          .haveSimpleName("GroupAppender")
          .should()
          .onlyBeAccessed()
          .byAnyPackage("..append..", "..wiring..");

  @ArchTest
  static final ArchRule partsDoNotGoInCircles =
      slices().matching("dev.keiyaku.eventstore.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule timeComesFromAClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule theSystemsClockIsTakenInFewPlaces =
      noClasses()
          .that()
          .resideOutsideOfPackage("..wiring..")
          .and()
          .doNotHaveSimpleName("Uuid7")
          .and()
          .doNotHaveSimpleName("ProcessorSettings")
          .should()
          .callMethod(Clock.class, "systemUTC");
}
