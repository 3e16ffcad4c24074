package io.github.selfsame.tests.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.JMSDestinationDefinition;

/** The queues of the application. */
@JMSDestinationDefinition(
        name = Destinations.BOUND,
        interfaceName = "jakarta.jms.Queue",
        destinationName = "selfsameBound")
@JMSDestinationDefinition(
        name = Destinations.NAMED,
        interfaceName = "jakarta.jms.Queue",
        destinationName = "selfsameNamed")
@JMSDestinationDefinition(
        name = Destinations.BYPASSING,
        interfaceName = "jakarta.jms.Queue",
        destinationName = "selfsameBypassing")
@ApplicationScoped
public class Destinations {

    static final String BOUND = "java:app/jms/selfsameBound";
    static final String NAMED = "java:app/jms/selfsameNamed";
    static final String BYPASSING = "java:app/jms/selfsameBypassing";
}
