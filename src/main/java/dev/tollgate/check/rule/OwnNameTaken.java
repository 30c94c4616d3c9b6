package dev.tollgate.check.rule;

import dev.tollgate.beside.OwnName;
import dev.tollgate.beside.OwnTerraform;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Own Terraform and the stack are one module to Terraform: a name is declared in it once, and an override needs
 * something that it overrides.
 */
final class OwnNameTaken {

    static final String ID = "own-name-taken";

    private final SortedSet<String> ours;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, OwnName> declared = new TreeMap<>();

    private OwnNameTaken(SortedSet<String> ours) {
        this.ours = ours;
    }

    /** What is wrong with the names of {@code own} beside a stack that has {@code ours}. */
    static List<Finding> judge(OwnTerraform own, SortedSet<String> ours) {
        OwnNameTaken judge = new OwnNameTaken(ours);
        for (OwnTerraform.Placed placed : own.blocks()) {
            if (!placed.file().isOverride()) {
                placed.block().declared().forEach(name -> judge.declare(placed, name));
            }
        }
        for (OwnTerraform.Placed placed : own.blocks()) {
            if (placed.file().isOverride()) {
                placed.block().declared().forEach(name -> judge.override(placed, name));
            }
        }
        return judge.findings;
    }

    private void declare(OwnTerraform.Placed placed, OwnName name) {
        OwnName other = declared.putIfAbsent(name.address(), name);
        if (ours.contains(name.address())) {
            report(placed, name, "`" + name.address() + "` is in the stack already", hint(name.address()));
        } else if (other != null) {
            report(
                    placed,
                    name,
                    "`" + name.address() + "` is declared twice: at " + other.location() + ", too",
                    "rename one of them");
        }
    }

    private void override(OwnTerraform.Placed placed, OwnName name) {
        boolean isBlockOfTerraform = name.address().startsWith("terraform.");
        if (!isBlockOfTerraform && !ours.contains(name.address()) && !declared.containsKey(name.address())) {
            report(
                    placed,
                    name,
                    "there is no `" + name.address() + "` that this file could override",
                    Suggestion.nearest(name.address(), ours)
                            .map(address -> "did you mean `" + address + "`?")
                            .orElse("write an address of the stack, or put it into a file whose name does not end with"
                                    + " `override.tf`"));
        }
    }

    private static String hint(String address) {
        if (address.equals("terraform.required_providers")) {
            return "Terraform has one such block in a module, and merges others from an override file: put it into"
                    + " `providers_override.tf`";
        }
        if (Set.of("terraform.backend", "terraform.cloud").contains(address)) {
            return "the key `state` of the environment file says where the state is kept";
        }
        if (address.startsWith("provider.")) {
            return "give your provider an `alias`, or set an argument of this one in `providers_override.tf`";
        }
        return "rename yours; to set an argument of the stack's, put the block into a file whose name ends with"
                + " `_override.tf`";
    }

    private void report(OwnTerraform.Placed placed, OwnName name, String message, String hint) {
        String subject = KeyPath.of("terraform", placed.file().folder()).subject();
        findings.add(Finding.error(ID, subject, name.location(), message, hint));
    }
}
