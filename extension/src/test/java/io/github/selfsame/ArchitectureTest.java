package io.github.selfsame;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.enterprise.inject.spi.Extension;

@AnalyzeClasses(packages = "io.github.selfsame", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String[] CDI = {
        "jakarta.enterprise..", "jakarta.inject..", "jakarta.interceptor..", "jakarta.annotation..", "jakarta.ejb.."
    };

    private static final String[] PROVIDERS = {"org.eclipse.persistence..", "org.hibernate..", "org.apache.openjpa.."};

    @ArchTest
    static final ArchRule noProviderIsKnown =
            noClasses().should().dependOnClassesThat().resideInAnyPackage(PROVIDERS);

    /** Its metamodel and its queries are the words of these packages only. */
    @ArchTest
    static final ArchRule onlyPrefetchAndQueriesSpeakJakartaPersistence = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.github.selfsame.prefetch..",
                    "io.github.selfsame.query..",
                    "io.github.selfsame.internal.query..",
                    "io.github.selfsame.spi..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..");

    @ArchTest
    static final ArchRule theCoreIsPlainJava = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.github.selfsame.internal.map..",
                    "io.github.selfsame.internal.activation..",
                    "io.github.selfsame.internal.prefetch..",
                    "io.github.selfsame.internal.query..",
                    "io.github.selfsame.spi..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CDI);

    @ArchTest
    static final ArchRule nobodyOutsideUsesInternals = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.selfsame.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.selfsame.internal..");

    @ArchTest
    static final ArchRule theMapKnowsNothingOfThreads = noClasses()
            .that()
            .resideInAPackage("io.github.selfsame.internal.map..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.selfsame.internal.activation..", "io.github.selfsame.internal.cdi..");

    @ArchTest
    static final ArchRule onlyTheCdiLayerPutsThePartsTogether = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.selfsame.internal.cdi..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.selfsame.internal.cdi..");

    @ArchTest
    static final ArchRule noCycles = slices().assignedFrom(packages()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheExtensionOfTheCdiLayerIsPublic = classes()
            .that()
            .resideInAPackage("io.github.selfsame.internal.cdi..")
            .and()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .haveNameNotMatching(".*_\\$.*") // generated
            .should()
            .implement(Extension.class);

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

    /** State in a static field would outlive its container. */
    @ArchTest
    static final ArchRule noStaticThreadLocals =
            noFields().that().haveRawType(ThreadLocal.class).should().haveModifier(JavaModifier.STATIC);
}
