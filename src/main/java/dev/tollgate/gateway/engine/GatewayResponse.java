package dev.tollgate.gateway.engine;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A refusal of a REST API as it is customized.
 *
 * @param status instead of API Gateway's own
 * @param headers literals
 * @param template of the JSON body; API Gateway's own where there is none
 */
public record GatewayResponse(Optional<Integer> status, SortedMap<String, String> headers, Optional<String> template) {

    public GatewayResponse {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }
}
