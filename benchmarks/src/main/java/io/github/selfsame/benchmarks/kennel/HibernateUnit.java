package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.benchmarks.Database;
import io.github.selfsame.benchmarks.kennel.model.Dog;
import io.github.selfsame.benchmarks.kennel.model.Maker;
import io.github.selfsame.benchmarks.kennel.model.Owner;
import io.github.selfsame.benchmarks.kennel.model.Toy;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.Map;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.jpa.HibernatePersistenceProvider;

/** Starts Hibernate on the same entities, which are not woven in its JVM. */
final class HibernateUnit {

    private HibernateUnit() {}

    static EntityManagerFactory start(Database database, Map<String, Object> settings) {
        PersistenceConfiguration configuration = new PersistenceConfiguration("kennel")
                .managedClass(Dog.class)
                .managedClass(Maker.class)
                .managedClass(Owner.class)
                .managedClass(Toy.class)
                .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database);
        settings.forEach(configuration::property);
        return new HibernatePersistenceProvider().createEntityManagerFactory(configuration);
    }
}
