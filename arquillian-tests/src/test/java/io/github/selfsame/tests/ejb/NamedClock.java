package io.github.selfsame.tests.ejb;

import io.github.selfsame.UseIdentityMapInterceptor;
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
import jakarta.interceptor.Interceptors;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The interceptor is named by its class, whose {@code @AroundTimeout} method is called. */
@Stateless
@Interceptors(UseIdentityMapInterceptor.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NamedClock {

    private static final BlockingQueue<Look> LOOKS = new LinkedBlockingQueue<>();

    @Inject
    private Register register;

    @Resource
    private TimerService timers;

    @Timeout
    void ring(Timer timer) {
        LOOKS.add(register.look());
    }

    public void ringSoon() {
        timers.createSingleActionTimer(50, new TimerConfig(null, false));
    }

    static Look next() throws InterruptedException {
        return LOOKS.poll(20, TimeUnit.SECONDS);
    }
}
