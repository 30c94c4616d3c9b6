package dev.tollgate.check.rule;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Origins;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Environments of one account that take the same names: the second one to be applied fails half way, or takes from the
 * first what it needs. Which account an environment is for, its file does not say.
 */
public final class NameShared {

    /** The rule's id. */
    public static final String ID = "name-shared";

    private final Map<String, Environment> taken = new HashMap<>();

    /**
     * What {@code environment} takes that one before it has taken: a warning for each key and each of them.
     *
     * @param origins where {@code environment}'s keys stand
     */
    public List<Finding> next(Environment environment, Origins origins) {
        Map<KeyPath, Map<String, List<NameClaims.Claim>>> shared = new LinkedHashMap<>();
        for (NameClaims.Claim claim : NameClaims.of(environment)) {
            Environment first = taken.putIfAbsent(claim.key(), environment);
            if (first != null && !first.id().equals(environment.id())) {
                shared.computeIfAbsent(claim.path(), path -> new LinkedHashMap<>())
                        .computeIfAbsent(first.id(), id -> new ArrayList<>())
                        .add(claim);
            }
        }
        List<Finding> findings = new ArrayList<>();
        shared.forEach((path, others) -> others.forEach(
                (other, claims) -> findings.add(finding(path, environment.id(), other, claims, origins))));
        return findings;
    }

    private static Finding finding(
            KeyPath path, String environment, String other, List<NameClaims.Claim> claims, Origins origins) {
        NameClaims.Claim claim = claims.get(0);
        int more = claims.size() - 1;
        return Finding.of(
                ID,
                Severity.WARNING,
                path.subject(),
                origins.locate(path),
                "`" + environment + "` and `" + other + "` would both make the " + claim.what() + " `" + claim.name()
                        + "`"
                        + (more == 0 ? "" : ", and " + more + " more of one name")
                        + ", of which an account has only one",
                fix(path) + "; where they are for two accounts, suppress this with that reason");
    }

    /** The role of the account is one that others find there, not one that has another name. */
    private static String fix(KeyPath path) {
        return path.equals(NameClaims.ACCOUNT_ROLE)
                ? "let one of them make it, and write `account_role = false` in the other"
                : "give one of them another `" + path + "`";
    }
}
