package dev.tollgate.model;

import java.util.Optional;

/**
 * What the API logs beside its access log, which is always on.
 *
 * @param level the execution log of a REST API: OFF, ERROR or INFO
 * @param accountRole whether to make the account's role for API Gateway's logs; empty when the file does not say
 */
public record AccessLog(int retentionDays, String level, boolean metrics, Optional<Boolean> accountRole) {}
