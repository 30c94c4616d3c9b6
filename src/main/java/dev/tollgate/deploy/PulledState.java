package dev.tollgate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tollgate.archive.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A stack's state as Terraform keeps it. Only what is asked for leaves it: it holds secrets. */
public final class PulledState {

    private final JsonNode json;

    /** {@code text} is what {@code terraform state pull} prints; blank before the first apply. */
    PulledState(String text) {
        this.json = text.isBlank() ? MissingNode.getInstance() : TerraformJson.of(text);
    }

    /** Which version of the state it is. */
    public StateVersion version() {
        return json.isMissingNode()
                ? StateVersion.NONE
                : new StateVersion(
                        Sha256.of(lineage().getBytes(StandardCharsets.UTF_8)),
                        json.path("serial").asLong());
    }

    /** What only who may read the state knows, and what stays the same while it is the same state; empty for none. */
    String lineage() {
        return json.path("lineage").asText();
    }

    /** {@code shown}, what Terraform says of a plan for this state, as a bundle may hold it. */
    public byte[] canonical(byte[] shown) {
        return CanonicalPlan.of(shown, new SensitiveValues(lineage()));
    }

    /** The text at {@code path} in what the state knows of {@code address}, one of the root module. */
    public Optional<String> attribute(String address, String path) {
        return resources()
                .filter(resource -> address(resource).equals(address))
                .map(resource -> resource.path("instances").path(0).path("attributes"))
                .flatMap(attributes -> Optional.ofNullable(attributes.at(path).textValue()).stream())
                .findFirst();
    }

    /** The addresses of the managed resources of {@code type} in the root module. */
    public List<String> ofType(String type) {
        return resources()
                .filter(resource -> resource.path("type").asText().equals(type))
                .map(PulledState::address)
                .toList();
    }

    private Stream<JsonNode> resources() {
        return StreamSupport.stream(json.path("resources").spliterator(), false)
                .filter(resource -> resource.path("mode").asText().equals("managed") && !resource.has("module"));
    }

    private static String address(JsonNode resource) {
        return resource.path("type").asText() + "." + resource.path("name").asText();
    }
}
