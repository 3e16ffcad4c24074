package io.github.selfsame.tests.messages;

import io.github.selfsame.UseIdentityMapInterceptor;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Names the interceptor by its class. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Destinations.NAMED)
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(UseIdentityMapInterceptor.class)
public class NamedListener implements MessageListener {

    @Inject
    private Mailbox mailbox;

    @Override
    public void onMessage(Message message) {
        mailbox.look();
    }
}
