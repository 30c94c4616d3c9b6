package dev.tollgate;

/** Wires the product together by hand, and exits. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(0);
    }
}
