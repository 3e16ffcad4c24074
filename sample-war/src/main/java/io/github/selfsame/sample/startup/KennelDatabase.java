package io.github.selfsame.sample.startup;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/** Where the kennel is kept: H2, in the memory of the server. */
@Singleton
@DataSourceDefinition(
        name = "java:app/jdbc/kennel",
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "jdbc:h2:mem:kennel;DB_CLOSE_DELAY=-1",
        user = "sa",
        password = "",
        minPoolSize = 1,
        maxPoolSize = 10)
public class KennelDatabase {}
