package io.github.selfsame.internal.activation;

/** Takes part in the life of all maps of a manager. Each map is current on the calling thread except where it is said. */
public interface MapListener {

    /** Takes no part. */
    MapListener NONE = new MapListener() {
        @Override
        public void opened(MapSession session) {}

        @Override
        public void ending(MapSession session) {}

        @Override
        public void ended(MapSession session) {}
    };

    /**
     * A map has been opened.
     *
     * @param session the map's session
     */
    void opened(MapSession session);

    /**
     * A map is about to end; it still holds everything.
     *
     * @param session the map's session
     */
    void ending(MapSession session);

    /**
     * A map has ended; it is empty and no longer current.
     *
     * @param session the map's session
     */
    void ended(MapSession session);
}
