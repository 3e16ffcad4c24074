package io.github.selfsame.tests.messages;

import io.github.selfsame.UseIdentityMap;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Looks at each message within a map. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Destinations.BOUND)
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@UseIdentityMap
public class BoundListener implements MessageListener {

    @Inject
    private Mailbox mailbox;

    @Override
    public void onMessage(Message message) {
        mailbox.look();
    }
}
