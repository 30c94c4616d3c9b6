package dev.tollgate.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.aws.AwsCli;
import dev.tollgate.aws.AwsCli.Answer;
import dev.tollgate.model.CustomDomain;
import java.util.ArrayList;
import java.util.List;

/** The hosted zone of an environment's own names, and what Cognito wants to find in it. */
final class Zone {

    private final AwsCli aws;
    private final CustomDomain domain;

    Zone(AwsCli aws, CustomDomain domain) {
        this.aws = aws;
        this.domain = domain;
    }

    List<Check> checks() {
        Answer answer =
                aws.ask("route53", "list-hosted-zones-by-name", "--dns-name", domain.zone(), "--max-items", "10");
        List<Check> checks = new ArrayList<>();
        List<String> ids = answer instanceof Answer.Given given ? ids(given.json()) : List.of();
        checks.add(
                Account.told("hosted zone", answer, Account.allow("route53:ListHostedZonesByName"), json -> zone(ids)));
        if (domain.auth().isPresent() && ids.size() == 1) {
            checks.add(parent(ids.get(0)));
        }
        return checks;
    }

    private List<String> ids(JsonNode json) {
        List<String> ids = new ArrayList<>();
        for (JsonNode zone : json.path("HostedZones")) {
            boolean isPublic = !zone.path("Config").path("PrivateZone").asBoolean(false);
            if (isPublic && zone.path("Name").asText().equals(domain.zone() + ".")) {
                ids.add(zone.path("Id").asText().replaceFirst("^/hostedzone/", ""));
            }
        }
        return ids;
    }

    private Check zone(List<String> ids) {
        if (ids.isEmpty()) {
            return Check.failed(
                    "hosted zone",
                    "this account has no public zone `" + domain.zone() + "`",
                    "aws route53 create-hosted-zone --name " + domain.zone()
                            + " --caller-reference tollgate, and name its servers at the registrar");
        }
        return ids.size() > 1
                ? Check.failed(
                        "hosted zone",
                        ids.size() + " public zones are called `" + domain.zone() + "`: " + String.join(", ", ids),
                        "delete the one that the registrar does not name: aws route53 delete-hosted-zone --id ID")
                : Check.ok("hosted zone", "`" + domain.zone() + "` is " + ids.get(0));
    }

    private Check parent(String zoneId) {
        String parent = domain.authParent().orElseThrow();
        Answer answer = aws.ask(
                "route53",
                "list-resource-record-sets",
                "--hosted-zone-id",
                zoneId,
                "--start-record-name",
                parent,
                "--max-items",
                "10");
        return Account.told("parent of auth", answer, Account.allow("route53:ListResourceRecordSets"), json -> {
            boolean resolves = false;
            for (JsonNode set : json.path("ResourceRecordSets")) {
                resolves |= set.path("Name").asText().equals(parent + ".")
                        && List.of("A", "CNAME").contains(set.path("Type").asText());
            }
            return parent(parent, resolves);
        });
    }

    private Check parent(String parent, boolean resolves) {
        if (resolves) {
            return domain.apexPlaceholder()
                    ? Check.warning(
                            "parent of auth",
                            "`" + parent + "` has an A record, and `apex_placeholder` makes one",
                            "fine if it is this environment's; otherwise remove `apex_placeholder`")
                    : Check.ok("parent of auth", "`" + parent + "` has an A record");
        }
        if (domain.apexPlaceholder() || domain.api().filter(parent::equals).isPresent()) {
            return Check.ok("parent of auth", "`" + parent + "` has no A record yet; this environment makes it");
        }
        return Check.failed(
                "parent of auth",
                "`" + parent + "` has no A record in the zone, and Cognito wants one",
                "write `apex_placeholder = true` in `custom_domain`, or make the record");
    }
}
