package io.github.selfsame.eclipselink.embeddables;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;

/** An embeddable with an embeddable and a collection in it. */
@Embeddable
public class Progress {

    private String status;

    @Embedded
    private Activity next;

    @ElementCollection
    @OrderColumn(name = "position")
    private List<String> remarks = new ArrayList<>();

    protected Progress() {}

    public Progress(String status, Activity next) {
        this.status = status;
        this.next = next;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public Activity getNext() {
        return next;
    }

    public void setNext(Activity next) {
        this.next = next;
    }

    public List<String> getRemarks() {
        return remarks;
    }
}
