package io.github.selfsame.tests.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.tests.support.Http;
import java.io.File;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sample's own tests look at it closely, on one server; this one sees that it works on all of them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@EnabledIfSystemProperty(
        named = "sample.war",
        matches = ".+",
        disabledReason = "arquillian-tests/servers.sh builds the sample, and names its war file")
class SampleIT {

    @Deployment(name = "kennel", testable = false)
    static WebArchive application() {
        File war = new File(System.getProperty("sample.war", ""));
        return war.isFile()
                ? ShrinkWrap.createFromZipFile(WebArchive.class, war)
                : ShrinkWrap.create(WebArchive.class, "no-kennel.war");
    }

    @Test
    @DisplayName("R1, P5: the sample's war file works on every server as it is, with the same counts")
    void counts(@ArquillianResource @OperateOnDeployment("kennel") URI kennel) {
        String comparison = Http.get(kennel.resolve("api/comparison"));
        String request = Http.get(kennel.resolve("api/request"));

        assertThat(statements(comparison, "plain")).isEqualTo(1104);
        assertThat(statements(comparison, "identityMap")).isEqualTo(1104);
        assertThat(statements(comparison, "prefetch")).isEqualTo(4);
        assertThat(statements(comparison, "bypass")).isEqualTo(1104);
        assertThat(statements(request, "plain")).isEqualTo(560);
        assertThat(statements(request, "identityMap")).isEqualTo(28);
    }

    private static int statements(String answer, String way) {
        Matcher found =
                Pattern.compile("\"" + way + "\":\\{[^}]*\"statements\":(\\d+)").matcher(answer.replaceAll("\\s", ""));
        assertThat(found.find()).as("%s in %s", way, answer).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
