package io.github.selfsame.tests.sessions;

import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/** Does to what a session holds what happens to it on the way to disk or to another node, and back. */
final class Passivation {

    private Passivation() {}

    /** Replaces everything in a session by what its serialized form gives; tells how much that was. */
    static int of(HttpSession session) {
        List<String> names = Collections.list(session.getAttributeNames());
        int count = 0;
        for (String name : names) {
            if (session.getAttribute(name) instanceof Serializable value) {
                session.setAttribute(name, copy(value));
                count++;
            }
        }
        return count;
    }

    private static Object copy(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new IllegalStateException("Can't be passivated: " + value, e);
        }
        try (ObjectInputStream in = new ServerObjectInputStream(
                bytes.toByteArray(), value.getClass().getClassLoader())) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("Can't be activated: " + value, e);
        }
    }

    /** Knows the classes of the application and those of the server that holds the session. */
    private static final class ServerObjectInputStream extends ObjectInputStream {

        private final ClassLoader server;

        ServerObjectInputStream(byte[] bytes, ClassLoader server) throws IOException {
            super(new ByteArrayInputStream(bytes));
            this.server = server;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
            try {
                return Class.forName(
                        description.getName(), false, Thread.currentThread().getContextClassLoader());
            } catch (ClassNotFoundException e) {
                return Class.forName(description.getName(), false, server);
            }
        }
    }
}
