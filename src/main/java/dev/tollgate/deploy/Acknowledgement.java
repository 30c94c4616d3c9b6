package dev.tollgate.deploy;

/** An accepted loss, with its reason. */
public record Acknowledgement(String address, String reason) implements Comparable<Acknowledgement> {

    @Override
    public int compareTo(Acknowledgement other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : reason.compareTo(other.reason);
    }
}
