package dev.tollgate.model;

/** A finding that is right here, and why. */
public record Suppression(String rule, String subject, String reason) {}
