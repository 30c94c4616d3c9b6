package dev.tollgate.gateway.site;

import java.util.List;

/** What callers may call this server. */
enum HostNames {
    /** Addresses: a name that leads to this machine may be somebody's trick (DNS rebinding). */
    ADDRESSES,
    /** Whatever they know it by: somebody serves it to others on purpose. */
    ANY;

    /** Of a server that listens at {@code bind}. */
    static HostNames at(String bind) {
        return List.of("127.0.0.1", "localhost", "::1", "0:0:0:0:0:0:0:1").contains(bind) ? ADDRESSES : ANY;
    }
}
