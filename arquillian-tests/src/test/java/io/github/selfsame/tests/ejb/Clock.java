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

    @Inject
    private Register register;

    @Resource
    private TimerService timers;

    private final BlockingQueue<Look> scheduled = new LinkedBlockingQueue<>();
    private final BlockingQueue<Look> bypassed = new LinkedBlockingQueue<>();
    private final BlockingQueue<Look> programmed = new LinkedBlockingQueue<>();

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        scheduled.add(register.look());
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    @BypassIdentityMap
    void everySecondPast() {
        bypassed.add(register.look());
    }

    @Timeout
    void ring(Timer timer) {
        programmed.add(register.look());
    }

    @BypassIdentityMap
    public void ringSoon() {
        timers.createSingleActionTimer(50, new TimerConfig(null, false));
    }

    @BypassIdentityMap
    public Look nextScheduled() throws InterruptedException {
        return scheduled.poll(20, TimeUnit.SECONDS);
    }

    @BypassIdentityMap
    public Look nextBypassed() throws InterruptedException {
        return bypassed.poll(20, TimeUnit.SECONDS);
    }

    @BypassIdentityMap
    public Look nextProgrammed() throws InterruptedException {
        return programmed.poll(20, TimeUnit.SECONDS);
    }
}
