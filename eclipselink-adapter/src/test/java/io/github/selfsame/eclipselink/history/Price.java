package io.github.selfsame.eclipselink.history;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.eclipse.persistence.annotations.Customizer;

/** Keeps its former rows. */
@Entity
@Customizer(PriceHistory.class)
public class Price {

    @Id
    private long id;

    @Version
    private int version;

    private int amount;

    protected Price() {}

    public Price(long id, int amount) {
        this.id = id;
        this.amount = amount;
    }

    public int getAmount() {
        return amount;
    }

    public void setAmount(int amount) {
        this.amount = amount;
    }
}
