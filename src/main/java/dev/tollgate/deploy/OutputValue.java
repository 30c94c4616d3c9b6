package dev.tollgate.deploy;

import com.fasterxml.jackson.databind.JsonNode;

/** An output that an apply gave. */
public record OutputValue(String name, boolean sensitive, JsonNode value) {}
