package dev.keiyaku.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.keiyaku.http", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

  @ArchTest
  static final ArchRule theEdgeKnowsNobodyBehindIt =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.keiyaku.contract..",
              "dev.keiyaku.eventstore..",
              "dev.keiyaku.gateway..",
              "dev.keiyaku.projection..",
              "dev.keiyaku.subscription..",
              "org.axonframework..");

  @ArchTest
  static final ArchRule theProductNeverIssuesTokensToItself =
      noClasses()
          .that()
          .resideOutsideOfPackage("..testing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.keiyaku.http.testing..", "com.nimbusds.jose.crypto..");

  @ArchTest
  static final ArchRule theWallsClockIsForTestsAlone =
      noClasses().should().callMethod(java.time.Instant.class, "now");

  @ArchTest
  static final ArchRule partsDoNotGoInCircles =
      slices().matching("dev.keiyaku.http.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", java.time.Duration.class);
}
