package io.github.selfsame.tests.ejb;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
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

/** Looks whenever the container's timers say so. */
@Singleton
@Lock(LockType.READ)
@UseIdentityMap
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Clock {

    // outside of the bean: whoever waited within one of its methods would have its lock
    private static final BlockingQueue<Look> SCHEDULED = new LinkedBlockingQueue<>();
    private static final BlockingQueue<Look> BYPASSED = new LinkedBlockingQueue<>();
    private static final BlockingQueue<Look> PROGRAMMED = new LinkedBlockingQueue<>();

    @Inject
    private Register register;

    @Resource
    private TimerService timers;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        SCHEDULED.add(register.look());
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    @BypassIdentityMap
    void everySecondPast() {
        BYPASSED.add(register.look());
    }

    @Timeout
    void ring(Timer timer) {
        PROGRAMMED.add(register.look());
    }

    @BypassIdentityMap
    public void ringSoon() {
        timers.createSingleActionTimer(50, new TimerConfig(null, false));
    }

    static Look nextScheduled() throws InterruptedException {
        return SCHEDULED.poll(20, TimeUnit.SECONDS);
    }

    static Look nextBypassed() throws InterruptedException {
        return BYPASSED.poll(20, TimeUnit.SECONDS);
    }

    static Look nextProgrammed() throws InterruptedException {
        return PROGRAMMED.poll(20, TimeUnit.SECONDS);
    }
}
