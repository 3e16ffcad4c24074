package io.github.selfsame.eclipselink;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

@AnalyzeClasses(packages = "io.github.selfsame.eclipselink", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsOnlyWhatIsPublicOfTheExtension =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.github.selfsame.internal..");

    @ArchTest
    static final ArchRule needsNoContainer = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.enterprise..", "jakarta.inject..", "jakarta.interceptor..", "jakarta.ejb..");

    @ArchTest
    static final ArchRule knowsNoOtherProvider =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.hibernate..", "org.apache.openjpa..");

    /** Nobody else opens what EclipseLink keeps to itself, and these few can be read alone. */
    @ArchTest
    static final ArchRule opensEclipseLinkInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("..internal.access")
            .should()
            .dependOnClassesThat(type(Field.class)
                    .or(type(Method.class))
                    .or(type(MethodHandles.class))
                    .or(type(MethodHandles.Lookup.class)));

    @ArchTest
    static final ArchRule accessStandsAlone = noClasses()
            .that()
            .resideInAPackage("..internal.access")
            .should()
            .dependOnClassesThat(resideInAPackage("io.github.selfsame.eclipselink..")
                    .and(not(resideInAPackage("..internal.access"))));

    @ArchTest
    static final ArchRule noCycles = slices().assignedFrom(packages()).should().beFreeOfCycles();

    /** Each package by itself, the topmost one too. */
    private static SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                return SliceIdentifier.of(javaClass.getPackageName());
            }

            @Override
            public String getDescription() {
                return "each package";
            }
        };
    }
}
