package io.github.selfsame.eclipselink.sharedtables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of the link table between {@link Account} and {@link Role}. */
@Entity
@Table(name = "ACCOUNT_ROLE")
@IdClass(GrantKey.class)
public class Grant {

    @Id
    @Column(name = "ACCOUNT_ID")
    private long accountId;

    @Id
    @Column(name = "ROLE_ID")
    private long roleId;

    public Grant() {}

    public Grant(long accountId, long roleId) {
        this.accountId = accountId;
        this.roleId = roleId;
    }

    public long getAccountId() {
        return accountId;
    }

    public long getRoleId() {
        return roleId;
    }
}
