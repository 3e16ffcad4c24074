package io.github.selfsame.eclipselink;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.selfsame.eclipselink.testing.ContractTest;
import io.github.selfsame.internal.activation.IdentityMapManager;

@AnalyzeClasses(packages = "io.github.selfsame.eclipselink", importOptions = ImportOption.OnlyIncludeTests.class)
final class ContractSuiteTest {

    /**
     * Every map of the suite comes from the frame that checks the map's invariants after each test, or from that of the random
     * programs, which checks them after each step.
     */
    @ArchTest
    static final ArchRule checksInvariantsOfEveryMap = noClasses()
            .that()
            .areNotAssignableTo(ContractTest.class)
            .and()
            .doNotHaveSimpleName("MappedWorld")
            .should()
            .callConstructorWhere(target(
                    owner(type(IdentityMapManager.class))));
}
