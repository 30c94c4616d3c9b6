package dev.tollgate.review;

import dev.tollgate.finding.Finding;

/** One thing a reviewer should know. */
public record Remark(Kind kind, Finding finding) {}
