package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources by what identifies them: how a literal id, an ARN or a name leads to the resource it belongs to. */
final class ResourceIds {

    private static final List<String> ATTRIBUTES = List.of(
            "id",
            "arn",
            "invoke_arn",
            "qualified_arn",
            "execution_arn",
            "endpoint",
            "root_resource_id",
            "function_name",
            "identifier",
            "domain",
            "domain_name",
            "regional_domain_name",
            "stage_name",
            "name");

    private final Map<String, List<ReferenceTarget.To>> byValue = new HashMap<>();

    ResourceIds(List<Resource> resources) {
        for (Resource resource : resources) {
            for (String attribute : ATTRIBUTES) {
                resource.get(attribute)
                        .text()
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> byValue.computeIfAbsent(text, key -> new ArrayList<>())
                                .add(new ReferenceTarget.To(resource, attribute)));
            }
        }
    }

    /** The only resource of {@code types} that {@code text} identifies, or whose ARN ends it or stands inside it. */
    Optional<ReferenceTarget.To> find(String text, List<String> types) {
        return only(text, types).or(() -> inside(text, types));
    }

    private Optional<ReferenceTarget.To> only(String text, List<String> types) {
        List<ReferenceTarget.To> found = byValue.getOrDefault(text, List.of()).stream()
                .filter(to -> types.isEmpty() || types.contains(to.resource().type()))
                .toList();
        long resources =
                found.stream().map(to -> to.resource().address()).distinct().count();
        return resources == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** {@code arn:aws:apigateway:…:path/2015-03-31/functions/ARN/invocations}, and {@code integrations/ID}. */
    private Optional<ReferenceTarget.To> inside(String text, List<String> types) {
        int functions = text.indexOf("/functions/arn:");
        if (functions >= 0) {
            String arn = text.substring(functions + "/functions/".length()).replaceFirst("/invocations$", "");
            return only(arn, types);
        }
        int slash = text.indexOf('/');
        return text.startsWith("integrations/") || text.startsWith("https://cognito-idp.")
                ? only(
                        text.startsWith("https://") ? text.substring("https://".length()) : text.substring(slash + 1),
                        types)
                : Optional.empty();
    }
}
