package dev.tollgate.synth;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The user pool as the rest of a stack refers to it, wherever it comes from.
 *
 * @param issuer who the tokens' {@code iss} names
 * @param tokenEndpoint where clients get tokens, where the environment knows it
 * @param domain what has to be there before the token endpoint answers
 * @param signIns who else signs people in, by the file's names
 */
record Pool(
        String id,
        String arn,
        String issuer,
        Optional<String> tokenEndpoint,
        List<Element> domain,
        SortedMap<String, Element> signIns) {}
