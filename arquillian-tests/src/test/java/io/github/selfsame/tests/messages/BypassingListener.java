package io.github.selfsame.tests.messages;

import io.github.selfsame.BypassIdentityMap;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Looks at each message without a map. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Destinations.BYPASSING)
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@BypassIdentityMap
public class BypassingListener implements MessageListener {

    @Inject
    private Mailbox mailbox;

    @Override
    public void onMessage(Message message) {
        mailbox.look();
    }
}
