package dev.keiyaku.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(
    packages = "dev.keiyaku.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

  @ArchTest
  static final ArchRule ofTheHouseItKnowsOnlyTheEdge =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.keiyaku.contract..",
              "dev.keiyaku.database..",
              "dev.keiyaku.eventstore..",
              "dev.keiyaku.projection..",
              "dev.keiyaku.standalone..",
              "dev.keiyaku.subscription..");

  @ArchTest
  static final ArchRule itHasNoDatabaseAndNoEvents =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.axonframework..");

  /** A body is passed on as bytes: what it means is for the services to say. */
  @ArchTest
  static final ArchRule itReadsNoBody =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule whoMayDoWhatIsDecidedAtTheEdgeAlone =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.security..", "com.nimbusds..");

  @ArchTest
  static final ArchRule nothingIsSentTwice =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*\\.(RetryGatewayFilterFactory|Retry|RetrySpec|RetryBackoffSpec)");

  @ArchTest
  static final ArchRule nobodyReadsTheMachinesClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule nothingButTheProcessIsPublic =
      classes().that().doNotHaveSimpleName("ApiGateway").should().notBePublic();
}
