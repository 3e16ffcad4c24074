package io.github.selfsame.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.tests.support.Http;
import io.github.selfsame.tests.support.TestWar;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notes what the tests run on, for the table of servers. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ServerIT {

    @Deployment(testable = false)
    static WebArchive application() {
        return TestWar.named("server").with(ServerIT.class);
    }

    @Test
    @DisplayName("the server has the EclipseLink that its profile is meant for")
    void versions(@ArquillianResource URI application) throws IOException {
        String versions = Http.get(application.resolve("versions"));
        String expected = System.getProperty("server.eclipselink", "");

        Files.writeString(
                Path.of(System.getProperty("server.directory")).resolve("versions"),
                "version=" + System.getProperty("server.version") + "\ncannot="
                        + System.getProperty("server.cannot", "") + "\n" + versions);
        assertThat(expected).isNotEmpty();
        assertThat(versions).contains("eclipselink=" + expected.substring(0, 2));
    }
}
