package dev.tollgate.gateway.site;

import java.util.function.Function;

/** A gateway and the calls that are at it: once it is replaced, it is closed when the last of them is answered. */
final class InUse {

    private final LocalGateway gateway;
    private int calls;
    private boolean replaced;

    InUse(LocalGateway gateway) {
        this.gateway = gateway;
    }

    LocalGateway gateway() {
        return gateway;
    }

    synchronized int calls() {
        return calls;
    }

    /** Takes one call more, unless it was replaced. */
    synchronized boolean enter() {
        if (!replaced) {
            calls++;
        }
        return !replaced;
    }

    /** What {@code answer} makes of a call that has entered. */
    <T> T answered(Function<LocalGateway, T> answer) {
        try {
            return answer.apply(gateway);
        } finally {
            leave();
        }
    }

    private void leave() {
        boolean last;
        synchronized (this) {
            calls--;
            last = replaced && calls == 0;
        }
        if (last) {
            gateway.close();
        }
    }

    /** Takes no more calls. */
    void replace() {
        boolean unused;
        synchronized (this) {
            unused = !replaced && calls == 0;
            replaced = true;
        }
        if (unused) {
            gateway.close();
        }
    }
}
