package io.github.selfsame.internal.cdi;

import static io.github.selfsame.internal.cdi.CdiLogger.LOGGER;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.BypassIdentityMapInterceptor;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.TransactionIdentityMapInterceptor;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMapInterceptor;
import io.github.selfsame.internal.activation.IdentityMapManager;
import io.github.selfsame.internal.activation.IdentityMapView;
import io.github.selfsame.internal.activation.RequestBoundary;
import io.github.selfsame.internal.observing.JmxRegistration;
import io.github.selfsame.internal.prefetch.PrefetchDispatcher;
import io.github.selfsame.internal.query.ExactlyOneLookup;
import io.github.selfsame.internal.query.MultipleLookup;
import io.github.selfsame.internal.settings.Setting;
import io.github.selfsame.internal.settings.Settings;
import io.github.selfsame.prefetch.Prefetcher;
import io.github.selfsame.query.EntityFinder;
import io.github.selfsame.query.ExactlyOne;
import io.github.selfsame.spi.IdentityMapRuntimes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.interceptor.Interceptors;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes identity maps known to one CDI container. */
public final class IdentityMapExtension implements Extension {

    private final MapLifecycleEvents events = new MapLifecycleEvents();
    private final IdentityMapManager manager = new IdentityMapManager(events);
    private final DeploymentProblems problems = new DeploymentProblems();
    private final JmxRegistration jmx = new JmxRegistration();
    private final ServiceAdapters adapters = new ServiceAdapters();
    private final Lifetimes lifetimes = new Lifetimes(Thread.currentThread().getContextClassLoader());
    private final Map<Class<? extends Annotation>, ScopeMapBean> scopeMaps = new HashMap<>();
    /** Null until they are read. */
    private @Nullable Settings settings;

    private @Nullable Class<? extends Annotation> mapForEvery;
    private @Nullable Class<? extends Annotation> defaultLifetime;

    /** Used by the container. */
    public IdentityMapExtension() {}

    /** The jar's {@code beans.xml} keeps them from being discovered a second time. */
    void registerInterceptors(@Observes BeforeBeanDiscovery event) {
        registerInterceptor(event, UseIdentityMapInterceptor.Bound.class);
        registerInterceptor(event, BypassIdentityMapInterceptor.Bound.class);
        registerInterceptor(event, TransactionIdentityMapInterceptor.class);
    }

    private static void registerInterceptor(BeforeBeanDiscovery event, Class<?> interceptor) {
        event.addAnnotatedType(interceptor, interceptor.getName());
    }

    void collectProblems(
            @Observes @WithAnnotations({UseIdentityMap.class, BypassIdentityMap.class, Interceptors.class})
                    ProcessAnnotatedType<?> event) {
        problems.collect(event.getAnnotatedType());
    }

    void collectScopes(@Observes ProcessBeanAttributes<?> event) {
        lifetimes.add(event.getBeanAttributes().getScope());
    }

    void registerMapsOfScopes(@Observes AfterBeanDiscovery event, BeanManager beanManager) {
        Settings settings = Settings.read(Thread.currentThread().getContextClassLoader(), problems.messages());
        this.settings = settings;
        mapForEvery = lifetimes.mapForEvery(settings, beanManager, problems.messages());
        defaultLifetime = lifetimes.defaultLifetime(settings, beanManager, problems.messages());
        manager.propagate(settings.isOn(Setting.PROPAGATE_TO_EXECUTORS, problems.messages()));
        if (settings.isOn(Setting.LOG_STATISTICS, problems.messages())) {
            events.logStatistics();
        }
        manager.useDefaults(settings.options(problems.messages()));
        problems.namedLifetimes().forEach(lifetimes::add);
        problems.judgeLifetimes(beanManager);
        Map<Class<? extends Annotation>, IdentityMapOptions> options =
                problems.optionsByLifetime(defaultLifetime == null ? UseIdentityMap.Invocation.class : defaultLifetime);
        for (Class<? extends Annotation> scope : lifetimes.usable(beanManager)) {
            ScopeMapBean bean =
                    new ScopeMapBean(scope, options.getOrDefault(scope, IdentityMapOptions.DEFAULTS), manager);
            scopeMaps.put(scope, bean);
            event.addBean(bean);
        }
    }

    void registerContextAndBeans(@Observes AfterBeanDiscovery event) {
        event.addContext(new IdentityMapContext(manager));
        event.<IdentityMaps>addBean()
                .beanClass(IdentityMapExtension.class)
                .id(IdentityMaps.class.getName())
                .types(IdentityMaps.class, Object.class)
                .scope(ApplicationScoped.class)
                .createWith(context -> manager);
        event.<IdentityMap>addBean()
                .beanClass(IdentityMapExtension.class)
                .id(IdentityMap.class.getName())
                .types(IdentityMap.class, IdentityMapView.class, Object.class)
                .scope(ApplicationScoped.class)
                .createWith(context -> new CurrentIdentityMap(manager));
        PrefetchDispatcher dispatcher = new PrefetchDispatcher(adapters);
        event.<Prefetcher>addBean()
                .beanClass(IdentityMapExtension.class)
                .id(Prefetcher.class.getName())
                .types(Prefetcher.class, Object.class)
                .scope(ApplicationScoped.class)
                .createWith(context -> new CurrentPrefetcher(manager.runtime(), dispatcher));
        event.<ExactlyOne>addBean()
                .beanClass(IdentityMapExtension.class)
                .id(ExactlyOne.class.getName())
                .types(ExactlyOne.class, Object.class)
                .scope(ApplicationScoped.class)
                .createWith(context -> new ExactlyOneLookup(adapters));
        event.<EntityFinder>addBean()
                .beanClass(IdentityMapExtension.class)
                .id(EntityFinder.class.getName())
                .types(EntityFinder.class, Object.class)
                .scope(ApplicationScoped.class)
                .createWith(context -> new MultipleLookup(adapters));
        event.<RequestBoundary>addBean()
                .beanClass(IdentityMapExtension.class)
                .id(RequestBoundary.class.getName())
                .types(RequestBoundary.class, Object.class)
                .scope(RequestScoped.class)
                .createWith(context -> new ThreadBoundary(manager))
                .destroyWith((boundary, context) -> end(boundary));
    }

    void start(@Observes AfterDeploymentValidation event, BeanManager beanManager) {
        problems.collect(adapters.get(), Thread.currentThread().getContextClassLoader());
        if (!problems.isEmpty()) {
            event.addDeploymentProblem(problems.toException());
            return;
        }
        events.start(beanManager);
        manager.useScopes(new ContainerScopes(manager, beanManager, scopeMaps, mapForEvery, defaultLifetime));
        IdentityMapRuntimes.register(manager.runtime());
        jmx.begin(manager.totals());
    }

    void guardThread(@Observes @Initialized(RequestScoped.class) Object request, RequestBoundary boundary) {
        try {
            boundary.begin(ServletRequests.isOne(request));
        } catch (ContextNotActiveException e) {
            // a container that says so too early must not fail because of a guard against forgetfulness
            LOGGER.debugf(e, "No request context is active for %s", request);
        }
    }

    void stop(@Observes BeforeShutdown event) {
        jmx.end();
        IdentityMapRuntimes.unregister(manager.runtime());
        manager.stop();
        events.stop();
        if (settings != null) {
            settings.release();
        }
    }

    private static void end(RequestBoundary boundary) {
        if (boundary instanceof ThreadBoundary ours) {
            ours.end();
        }
    }
}
