package dev.tollgate.graph;

import dev.tollgate.surface.Api;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;

/** Words for what is known, and for what is not. */
final class AccessWording {

    private final Infrastructure infrastructure;

    AccessWording(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** {@code value} as far as it is known; what AWS names at apply stands as {@code {address}}. */
    String text(Value value) {
        Value resolved = infrastructure.resolve(value);
        if (resolved.text().isPresent()) {
            return resolved.text().get();
        }
        if (resolved instanceof Value.Reference reference) {
            return "{" + reference + "}";
        }
        if (resolved instanceof Value.Template template) {
            StringBuilder text = new StringBuilder();
            template.parts().forEach(part -> text.append(text(part)));
            return text.toString();
        }
        return resolved instanceof Value.Sensitive ? "(sensitive)" : "(not known yet)";
    }

    /** What {@code attribute} of {@code resource} says; its name in Terraform where that is not written. */
    String name(Resource resource, String attribute) {
        Value written = resource.get(attribute);
        return written.isAbsent() ? resource.name() : text(written);
    }

    /** {@code REST API}. */
    static String kind(Api.Kind kind) {
        return switch (kind) {
            case REST -> "REST API";
            case HTTP -> "HTTP API";
            case WEBSOCKET -> "WebSocket API";
        };
    }

    /** How {@code client} gets tokens, and what they may carry, a line each. */
    static List<String> grants(PoolClient client) {
        List<String> lines = new ArrayList<>(client.oauthFlows());
        if (client.signsUsersInDirectly()) {
            if (client.authFlows().isEmpty()) {
                lines.add("InitiateAuth");
            }
            client.authFlows().stream()
                    .filter(flow -> !flow.equals("REFRESH_TOKEN_AUTH"))
                    .forEach(lines::add);
        }
        if (lines.isEmpty()) {
            lines.add("no flow");
        }
        if (!client.certain()) {
            lines.add("perhaps more flows");
        }
        client.scopes().names().forEach(scope -> lines.add("scope " + scope));
        if (!client.scopes().certain()) {
            lines.add("perhaps more scopes");
        }
        return lines;
    }
}
