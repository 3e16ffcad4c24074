package io.github.selfsame.tests.conversations;

import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.inject.Inject;

/** Reads in the map of the conversation. */
@ApplicationScoped
public class ConversationReader {

    @Inject
    private Register register;

    @UseIdentityMap(lifetime = ConversationScoped.class)
    public Look look() {
        return register.look();
    }
}
