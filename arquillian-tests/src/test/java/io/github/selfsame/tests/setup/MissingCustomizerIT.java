package io.github.selfsame.tests.setup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.tests.support.TestWar;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("failed-deployment")
class MissingCustomizerIT {

    private static final String APPLICATION = "without-customizer-line";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = APPLICATION, managed = false, testable = false)
    static WebArchive application() {
        return TestWar.withoutCustomizerLine(APPLICATION).with(MissingCustomizerIT.class);
    }

    @Test
    @DisplayName(
            "S9: an application whose persistence.xml lacks the line does not start, and says that it is set up wrongly")
    void isReportedAtDeployment() {
        // some servers hand on the first line only; the lines after it are tested with the adapter
        assertThatThrownBy(() -> deployer.deploy(APPLICATION))
                .hasStackTraceContaining("SELFSAME000202")
                .hasStackTraceContaining("Problems found: 1");
    }
}
