package dev.tollgate.e2e;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stage answers at one route: on REST from its deployment's snapshot, on HTTP from the routes of this moment.
 * The status is a caller's whom the authorizer lets in: 200, 429 where the limit is 0, 500 where the function is
 * missing or may not be invoked.
 */
record StageAnswer(
        String method,
        String path,
        String authorization,
        List<String> scopes,
        @Nullable String authorizer,
        boolean apiKeyRequired,
        @Nullable String uri,
        @Nullable String function,
        boolean permitted,
        boolean authorizerPermitted,
        int status) {}
