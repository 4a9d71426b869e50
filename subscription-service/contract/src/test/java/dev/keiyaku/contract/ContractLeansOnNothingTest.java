package dev.keiyaku.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.keiyaku.contract",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ContractLeansOnNothingTest {

  @ArchTest
  static final ArchRule THE_CONTRACT_LEANS_ON_NOTHING_BUT_THE_JDK =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.keiyaku.contract..", "java..", "org.jspecify.annotations..");
}
