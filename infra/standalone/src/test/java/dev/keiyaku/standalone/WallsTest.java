package dev.keiyaku.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.keiyaku.standalone",
    importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

  /** It runs their jars, the same as in production, and speaks to them over HTTP. */
  @ArchTest
  static final ArchRule itKnowsTheServicesFromOutside =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.keiyaku.contract..",
              "dev.keiyaku.eventstore..",
              "dev.keiyaku.gateway..",
              "dev.keiyaku.http..",
              "dev.keiyaku.projection..",
              "dev.keiyaku.subscription..");

  @ArchTest
  static final ArchRule theStoryIsToldThroughTheDoorAlone =
      noClasses()
          .that()
          .resideInAnyPackage("..demo..", "..seed..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "dev.keiyaku.database..", "..authorization..");

  @ArchTest
  static final ArchRule partsDoNotGoInCircles =
      slices().matching("dev.keiyaku.standalone.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", java.time.Duration.class);
}
