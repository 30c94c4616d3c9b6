package dev.tollgate.model;

import java.util.Optional;

/** The S3 backend of Terraform's state; always encrypted. */
public record StateBackend(
        String bucket,
        String key,
        String region,
        boolean useLockfile,
        Optional<String> dynamodbTable,
        Optional<String> kmsKeyId) {}
