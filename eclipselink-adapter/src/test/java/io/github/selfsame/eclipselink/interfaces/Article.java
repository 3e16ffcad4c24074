package io.github.selfsame.eclipselink.interfaces;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import org.eclipse.persistence.annotations.VariableOneToOne;

/** Refers to entities that only an interface has in common. */
@Entity
public class Article {

    @Id
    private long id;

    @Version
    private long version;

    @VariableOneToOne(fetch = FetchType.LAZY, discriminatorColumn = @DiscriminatorColumn(name = "maker_type"))
    @JoinColumn(name = "maker_id", referencedColumnName = "id")
    private Maker maker;

    @VariableOneToOne(fetch = FetchType.EAGER, discriminatorColumn = @DiscriminatorColumn(name = "seller_type"))
    @JoinColumn(name = "seller_id", referencedColumnName = "id")
    private Maker seller;

    protected Article() {}

    Article(long id, Maker maker, Maker seller) {
        this.id = id;
        this.maker = maker;
        this.seller = seller;
    }

    public Maker getMaker() {
        return maker;
    }

    public void setMaker(Maker maker) {
        this.maker = maker;
    }

    public Maker getSeller() {
        return seller;
    }

    public void setSeller(Maker seller) {
        this.seller = seller;
    }
}
