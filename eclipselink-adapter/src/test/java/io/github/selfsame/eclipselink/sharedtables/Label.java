package io.github.selfsame.eclipselink.sharedtables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table of {@link Account}'s labels, each of which is there once. */
@Entity
@Table(name = "ACCOUNT_LABEL")
public class Label {

    @Id
    @Column(name = "LABEL")
    private String text;

    @Column(name = "ACCOUNT_ID")
    private long accountId;

    public Label() {}

    public Label(String text, long accountId) {
        this.text = text;
        this.accountId = accountId;
    }

    public String getText() {
        return text;
    }

    public long getAccountId() {
        return accountId;
    }
}
