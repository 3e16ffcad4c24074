package io.github.selfsame.eclipselink.sharedtables;

import java.io.Serializable;
import java.util.Objects;

public class GrantKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private long accountId;
    private long roleId;

    public GrantKey() {}

    public GrantKey(long accountId, long roleId) {
        this.accountId = accountId;
        this.roleId = roleId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GrantKey key && key.accountId == accountId && key.roleId == roleId;
    }

    @Override
    public int hashCode() {
        return Objects.hash(accountId, roleId);
    }
}
