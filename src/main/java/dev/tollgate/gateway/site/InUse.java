package dev.tollgate.gateway.site;

import java.util.function.Consumer;
import java.util.function.Function;

/** Something that answers calls, and the calls that are at it: once it is replaced, it ends with the last of them. */
final class InUse<T> {

    private final T thing;
    private final Consumer<T> end;
    private int calls;
    private boolean replaced;

    /** {@code end} is called once, when {@code thing} is replaced and nobody is at it any more. */
    InUse(T thing, Consumer<T> end) {
        this.thing = thing;
        this.end = end;
    }

    T thing() {
        return thing;
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
    <R> R answered(Function<T, R> answer) {
        try {
            return answer.apply(thing);
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
            end.accept(thing);
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
            end.accept(thing);
        }
    }
}
