package dev.keiyaku.subscription;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.keiyaku.subscription.http.Outcome;
import dev.keiyaku.subscription.subscription.SubscriptionCommand;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(
    packages = "dev.keiyaku.subscription",
    importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

  @ArchTest
  static final ArchRule THE_DECIDER_KNOWS_NO_SPRING =
      noClasses()
          .that()
          .resideInAPackage("dev.keiyaku.subscription.subscription")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule THE_DECIDER_MEETS_THE_TERMS_ONLY_THROUGH_THE_CONTRACT =
      noClasses()
          .that()
          .resideInAPackage("dev.keiyaku.subscription.subscription")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.keiyaku.subscription.terms", "dev.keiyaku.subscription.intake");

  @ArchTest
  static final ArchRule THE_TERMS_KNOW_NO_SUBSCRIPTION =
      noClasses()
          .that()
          .resideInAPackage("dev.keiyaku.subscription.terms")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.keiyaku.subscription.subscription", "dev.keiyaku.subscription.intake");

  @ArchTest
  static final ArchRule WHAT_CONTROLLERS_SHARE_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAPackage("dev.keiyaku.subscription.http")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.keiyaku.subscription.subscription",
              "dev.keiyaku.subscription.intake",
              "dev.keiyaku.subscription.terms");

  @ArchTest
  static final ArchRule PACKAGES_DO_NOT_CYCLE =
      slices().matching("dev.keiyaku.subscription.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOBODY_TOUCHES_JDBC =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql", "javax.sql", "org.springframework.jdbc..")
          .because("events, claims and the receipt are one append request");

  @ArchTest
  static final ArchRule NOBODY_READS_A_READ_MODEL =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("dev.keiyaku.eventstore.StoredEvents");

  @ArchTest
  static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Common|Base|Data|Info)");

  @ArchTest
  static final ArchRule OUTCOMES_HAVE_NO_FREE_TEXT =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .implement(Outcome.class)
          .should()
          .haveRawReturnType("dev.keiyaku.contract.SealedText")
          .orShould()
          .haveRawReturnType("dev.keiyaku.subscription.subscription.FreeText");

  @ArchTest
  static final ArchRule COMMANDS_ARE_RECORDS =
      classes().that().implement(SubscriptionCommand.class).should().beRecords();
}
