package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A security scheme of tokens.
 *
 * @param carriesScopes whether OpenAPI 3.0 lets a requirement of it name scopes
 */
record TokenScheme(String name, ObjectNode json, boolean carriesScopes) {}
