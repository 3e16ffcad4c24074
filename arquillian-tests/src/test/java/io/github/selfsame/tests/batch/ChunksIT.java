package io.github.selfsame.tests.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestWar;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Properties;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Needs Jakarta Batch, which is not in the Web Profile. */
@Tag("platform")
class ChunksIT extends InContainerTest {

    private static final String JOB =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <job id="chunks" xmlns="https://jakarta.ee/xml/ns/jakartaee" version="2.0">
              <step id="step">
                <listeners>
                  <listener ref="mapPerChunk"/>
                </listeners>
                <chunk item-count="4">
                  <reader ref="bookIds"/>
                  <processor ref="bookProcessor">
                    <properties>
                      <property name="failAt" value="#{jobParameters['failAt']}"/>
                    </properties>
                  </processor>
                  <writer ref="bookWriter"/>
                </chunk>
              </step>
            </job>
            """;

    @Inject
    private Minutes minutes;

    @Deployment
    static WebArchive application() {
        return TestWar.named("batch")
                .with(ChunksIT.class)
                .addAsResource(new StringAsset(JOB), "META-INF/batch-jobs/chunks.xml");
    }

    @Test
    @DisplayName("S5, D2: a chunk listener gives each chunk of a batch job a map, which ends with it")
    void mapPerChunk() throws Exception {
        assertThat(run("none")).isEqualTo(BatchStatus.COMPLETED);

        List<Minutes.Entry> entries = minutes.take();
        assertThat(entries).hasSize(8).allMatch(entry -> hasEnded(entry.map()));
        List<Minutes.Entry> first = entries.subList(0, 4);
        List<Minutes.Entry> second = entries.subList(4, 8);
        for (List<Minutes.Entry> chunk : List.of(first, second)) {
            assertThat(chunk).allMatch(entry -> entry.map() == chunk.get(0).map());
            assertThat(chunk.get(2).book()).isSameAs(chunk.get(0).book());
            assertThat(chunk.get(3).book()).isSameAs(chunk.get(1).book());
        }
        assertThat(second.get(0).map()).isNotSameAs(first.get(0).map());
        for (long id = 1; id <= 4; id++) {
            assertThat(database.title(id)).isEqualTo("Book " + id);
        }
    }

    @Test
    @DisplayName("S5, D1, D2: the map of a chunk that fails ends too, and what was committed before stays")
    void failingChunk() throws Exception {
        assertThat(run("4")).isEqualTo(BatchStatus.FAILED);

        assertThat(minutes.take()).hasSize(6).allMatch(entry -> hasEnded(entry.map()));
        assertThat(database.title(1)).isEqualTo("Book 1");
        assertThat(database.title(3)).isEqualTo("Three");

        assertThat(run("none")).isEqualTo(BatchStatus.COMPLETED);
        minutes.take();
    }

    private static BatchStatus run(String failAt) throws InterruptedException {
        JobOperator operator = BatchRuntime.getJobOperator();
        Properties parameters = new Properties();
        parameters.setProperty("failAt", failAt.equals("none") ? "0" : failAt);
        long execution = operator.start("chunks", parameters);
        for (int wait = 0; wait < 600; wait++) {
            BatchStatus status = operator.getJobExecution(execution).getBatchStatus();
            if (status == BatchStatus.COMPLETED || status == BatchStatus.FAILED) {
                return status;
            }
            Thread.sleep(50);
        }
        return operator.getJobExecution(execution).getBatchStatus();
    }

    private static boolean hasEnded(IdentityMap map) {
        return !map.isOpen() && map.size() == 0;
    }
}
