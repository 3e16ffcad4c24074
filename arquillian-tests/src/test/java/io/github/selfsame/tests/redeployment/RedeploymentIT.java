package io.github.selfsame.tests.redeployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.tests.redeployment.control.PlainUseServlet;
import io.github.selfsame.tests.redeployment.library.MappedUseServlet;
import io.github.selfsame.tests.redeployment.monitor.LoadersServlet;
import io.github.selfsame.tests.support.Http;
import io.github.selfsame.tests.support.TestWar;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("redeploy")
class RedeploymentIT {

    private static final int TIMES = 4;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "monitor", order = 1, testable = false)
    static WebArchive monitor() {
        return ShrinkWrap.create(WebArchive.class, "monitor.war")
                .addClasses(LoadersServlet.class, Loaders.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    @Deployment(name = "library", managed = false, testable = false)
    static WebArchive library() {
        return TestWar.named("library").with(MappedUseServlet.class).addClass(Loaders.class);
    }

    @Deployment(name = "control", managed = false, testable = false)
    static WebArchive control() {
        return TestWar.withoutLibrary("control").with(PlainUseServlet.class).addClass(Loaders.class);
    }

    @Test
    @DisplayName(
            "R16: an application that is removed from the server leaves no more behind than one without the library")
    void nothingIsLeftBehind(@ArquillianResource @OperateOnDeployment("monitor") URI monitor) {
        // the first and the last one is that without the library: what a server begins with the first application, such
        // as
        // threads that inherit its class loader, it would keep, and the last one it may keep until another request
        useOnce("control", monitor);
        for (int time = 0; time < TIMES; time++) {
            useOnce("library", monitor);
            useOnce("control", monitor);
        }

        long library = Long.parseLong(Http.get(monitor.resolve("loaders?application=library")));
        long control = Long.parseLong(Http.get(monitor.resolve("loaders?application=control")));

        System.out.printf(
                "Class loaders left after %d redeployments: %d with the library, %d without%n",
                TIMES, library, control);
        assertThat(control).as("class loaders that the server itself keeps").isLessThan(TIMES);
        assertThat(library).isLessThanOrEqualTo(control);
    }

    private void useOnce(String application, URI monitor) {
        deployer.deploy(application);
        try {
            assertThat(Http.get(monitor.resolve("/" + application + "/use"))).isEqualTo("true");
        } finally {
            deployer.undeploy(application);
        }
    }
}
