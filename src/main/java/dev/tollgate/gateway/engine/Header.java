package dev.tollgate.gateway.engine;

/** A header as it was sent: its name's case is kept. */
public record Header(String name, String value) {

    /** Whether it is called {@code name}, in whatever case. */
    boolean is(String name) {
        return this.name.equalsIgnoreCase(name);
    }
}
