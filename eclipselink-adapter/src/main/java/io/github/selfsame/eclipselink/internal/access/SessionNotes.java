package io.github.selfsame.eclipselink.internal.access;

import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.jspecify.annotations.Nullable;

/**
 * What the library notes on the session of a unit. A session keeps its properties when it logs in again, and EclipseLink and
 * applications hand them on to other sessions, for example to the one that takes its place when the metadata are refreshed. So
 * the names are none of the settings', and a note counts for the session alone that it was made for.
 */
public final class SessionNotes {

    private static final String PREFIX = SessionNotes.class.getName() + '.';

    private SessionNotes() {}

    /**
     * Notes something, in the place of what was noted before.
     *
     * @param session a session
     * @param name what it is
     * @param value the note
     */
    public static void put(AbstractSession session, String name, Object value) {
        session.setProperty(PREFIX + name, new Note(session, value));
    }

    /**
     * What is noted.
     *
     * @param session a session
     * @param name what it is
     * @return the note, if there is one
     */
    public static @Nullable Object of(AbstractSession session, String name) {
        return session.getProperty(PREFIX + name) instanceof Note note && note.session == session ? note.value : null;
    }

    private record Note(AbstractSession session, Object value) {}
}
