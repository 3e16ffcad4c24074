package io.github.selfsame.observing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.IdentityMapsMXBean;
import io.github.selfsame.internal.cdi.IdentityMapExtension;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.spi.MapEvent;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ObservingTest {

    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private static Set<ObjectName> names() throws Exception {
        return SERVER.queryNames(new ObjectName("io.github.selfsame:type=IdentityMaps,*"), null);
    }

    private static WeldContainer container(String id) {
        return new Weld(id)
                .disableDiscovery()
                .addExtension(new IdentityMapExtension())
                .initialize();
    }

    @Test
    @DisplayName("O3: JMX shows the totals of each application in the JVM under a name of its own, as long as it runs")
    void jmx() throws Exception {
        Set<ObjectName> before = names();
        try (WeldContainer first = container("first")) {
            Set<ObjectName> ofFirst = names();
            ofFirst.removeAll(before);
            assertThat(ofFirst).hasSize(1);
            try (WeldContainer second = container("second")) {
                assertThat(second.isRunning()).isTrue();
                assertThat(names()).hasSize(before.size() + 2);

                IdentityMapsMXBean bean =
                        JMX.newMXBeanProxy(SERVER, ofFirst.iterator().next(), IdentityMapsMXBean.class);
                IdentityMaps maps = first.select(IdentityMaps.class).get();
                try (IdentityMapActivation activation = maps.open()) {
                    assertThat(activation.map().isOpen()).isTrue();
                    Objects.requireNonNull(IdentityMapRuntimes.current()).count(MapEvent.STATEMENT_RUN);
                    assertThat(bean.getOpenMaps()).isEqualTo(1);
                }
                assertThat(bean.getOpenMaps()).isZero();
                assertThat(bean.getOpenedMaps()).isEqualTo(1);
                assertThat(bean.getStatementsRun()).isEqualTo(1);
                assertThat(bean.getEvictionsByCause()).isEmpty();
                assertThat(maps.statistics().statementsRun()).isEqualTo(1);
            }
            assertThat(names()).hasSize(before.size() + 1);
        }
        assertThat(names()).isEqualTo(before);
    }

    @Test
    @DisplayName("O3: a summary is logged at the end of each map where that is switched on")
    void summary() {
        assertThat(logged("false")).isEmpty();
        assertThat(logged("true")).singleElement().asString().contains("SELFSAME000253", "statementsRun=1", "hits=0");
    }

    private static List<String> logged(String setting) {
        List<String> messages = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getMessage().contains("SELFSAME000253")) {
                    messages.add(record.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("io.github.selfsame");
        logger.addHandler(handler);
        System.setProperty("selfsame.log-statistics", setting);
        try (WeldContainer container = container("summary " + setting);
                IdentityMapActivation activation =
                        container.select(IdentityMaps.class).get().open()) {
            assertThat(activation.map().isOpen()).isTrue();
            Objects.requireNonNull(IdentityMapRuntimes.current()).count(MapEvent.STATEMENT_RUN);
        } finally {
            System.clearProperty("selfsame.log-statistics");
            logger.removeHandler(handler);
        }
        return messages;
    }
}
