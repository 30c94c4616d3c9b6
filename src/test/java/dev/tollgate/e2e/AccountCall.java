package dev.tollgate.e2e;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A call that changed the account or tried to. The subject is what it is about, by name ({@code GET /books} for a
 * method, {@code books-f statement} for a permission); ids in the parameters are replaced by names as well.
 */
record AccountCall(String service, String action, String subject, int status, JsonNode parameters) {

    /** In one line: {@code apigateway PutMethod GET /books 201}. */
    @Override
    public String toString() {
        return service + " " + action + " " + subject + " " + status;
    }
}
