package dev.tollgate.deploy;

/** A loss that somebody accepted, and why. */
public record Acknowledgement(String address, String reason) implements Comparable<Acknowledgement> {

    @Override
    public int compareTo(Acknowledgement other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : reason.compareTo(other.reason);
    }
}
