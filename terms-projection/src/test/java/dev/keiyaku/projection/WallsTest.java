package dev.keiyaku.projection;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.keiyaku.projection",
    importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

  @ArchTest
  static final ArchRule featuresDoNotGoInCircles =
      slices().matching("dev.keiyaku.projection.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theReadSideNeverWritesEvents =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.keiyaku.eventstore.append..", "dev.keiyaku.subscription..");

  @ArchTest
  static final ArchRule theReadSideSendsNoCommands =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.axonframework.commandhandling..");

  @ArchTest
  static final ArchRule theFeedShowsWhatIsStoredAndNoReadModel =
      noClasses()
          .that()
          .resideInAPackage("..feed..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..account..", "..consent..", "..terms..");

  @ArchTest
  static final ArchRule whatBindsIsComputedWithoutSpring =
      noClasses()
          .that()
          .haveNameMatching(".*\\.consent\\.(Bindings|Binding|BoundBy|Contract|Reasons|Words)")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule nobodyReadsTheMachinesClock =
      noClasses().should().callMethod(java.time.Instant.class, "now");
}
