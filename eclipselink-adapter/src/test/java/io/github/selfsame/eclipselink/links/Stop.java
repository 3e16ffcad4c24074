package io.github.selfsame.eclipselink.links;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Embeddable
public class Stop {

    private String reason;

    @ManyToOne(fetch = FetchType.LAZY)
    private Label sticker;

    protected Stop() {}

    public String getReason() {
        return reason;
    }

    public Label getSticker() {
        return sticker;
    }
}
