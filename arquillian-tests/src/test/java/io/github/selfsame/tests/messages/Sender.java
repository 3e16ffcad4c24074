package io.github.selfsame.tests.messages;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;

/** Sends messages. */
@Stateless
public class Sender {

    @Resource(lookup = "java:comp/DefaultJMSConnectionFactory")
    private ConnectionFactory connections;

    @Resource(lookup = Destinations.BOUND)
    private Queue bound;

    @Resource(lookup = Destinations.NAMED)
    private Queue named;

    @Resource(lookup = Destinations.BYPASSING)
    private Queue bypassing;

    public void sendToBound() {
        send(bound);
    }

    public void sendToNamed() {
        send(named);
    }

    public void sendToBypassing() {
        send(bypassing);
    }

    private void send(Queue queue) {
        try (JMSContext context = connections.createContext()) {
            context.createProducer().send(queue, "Look!");
        }
    }
}
