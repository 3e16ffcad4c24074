package io.github.selfsame.tests.persistenttimers;

import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Has timers that the server keeps in a database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AlarmClock {

    private static final BlockingQueue<Look> LOOKS = new LinkedBlockingQueue<>();

    @Inject
    private Register register;

    @Resource
    private TimerService timers;

    @Timeout
    @UseIdentityMap
    void ring(Timer timer) {
        LOOKS.add(register.look());
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void ringSoon() {
        timers.createSingleActionTimer(50, new TimerConfig("soon", true));
    }

    static Look next() throws InterruptedException {
        return LOOKS.poll(30, TimeUnit.SECONDS);
    }
}
