package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.TableGenerator;

/** Has a key from a table. */
@Entity
public class InvoiceLine {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "line")
    @TableGenerator(name = "line", initialValue = 50, allocationSize = 5)
    private Long id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    private Invoice invoice;

    public InvoiceLine() {}

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Invoice getInvoice() {
        return invoice;
    }

    public void setInvoice(Invoice invoice) {
        this.invoice = invoice;
    }
}
