package dev.tollgate.check.rule;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.CustomDomain;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.LogGroups;
import dev.tollgate.model.Table;
import dev.tollgate.model.UserPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names that an environment takes for itself in its account, so that no other environment of it may have them. */
final class NameClaims {

    static final KeyPath ACCOUNT_ROLE = KeyPath.of("access_log", "account_role");
    private static final String EVERYWHERE = "";

    private final Environment environment;
    private final List<Claim> claims = new ArrayList<>();

    /**
     * One name.
     *
     * @param what of what it is, {@code IAM role}
     * @param scope the region in which it may be there once; empty for the account
     * @param path the key that makes it
     */
    record Claim(String what, String name, String scope, KeyPath path) {

        /** What two claims of one thing have in common. */
        String key() {
            return what + " " + name.toLowerCase(Locale.ROOT) + " " + scope;
        }
    }

    private NameClaims(Environment environment) {
        this.environment = environment;
    }

    /** All that {@code environment} claims. */
    static List<Claim> of(Environment environment) {
        NameClaims claims = new NameClaims(environment);
        environment.packagedFunctions().forEach(claims::function);
        environment.tables().forEach(claims::table);
        if (environment.kind() != ApiKind.NONE) {
            claims.add("log group", LogGroups.access(environment.name()), environment.region(), KeyPath.of("name"));
        }
        if (environment.accessLog().accountRole().orElse(false)) {
            claims.add("role for API Gateway's logs in", environment.region(), environment.region(), ACCOUNT_ROLE);
            claims.add("IAM role", environment.name() + "-api-gateway-logs", EVERYWHERE, KeyPath.of("name"));
        }
        environment
                .userPool()
                .filter(UserPool.Created.class::isInstance)
                .map(UserPool.Created.class::cast)
                .ifPresent(claims::pool);
        environment.customDomain().ifPresent(claims::domain);
        return List.copyOf(claims.claims);
    }

    private void function(LambdaFunction.Packaged function) {
        KeyPath path = function.functionName().isPresent()
                ? KeyPath.of("functions", function.id(), "name")
                : KeyPath.of("name");
        String name = environment.nameOf(function);
        add("IAM role", name, EVERYWHERE, path);
        add("function", name, environment.region(), path);
        add("log group", "/aws/lambda/" + name, environment.region(), path);
    }

    private void table(Table table) {
        add("table", table.name(), environment.region(), KeyPath.of("tables", table.name()));
    }

    private void pool(UserPool.Created pool) {
        pool.domainPrefix()
                .ifPresent(prefix ->
                        add("domain prefix", prefix, environment.region(), KeyPath.of("user_pool", "domain_prefix")));
        pool.publishedAt()
                .ifPresent(prefix -> add(
                        "SSM parameter",
                        prefix + "/CognitoUserPoolId",
                        environment.region(),
                        KeyPath.of("user_pool", "ssm_prefix")));
    }

    /**
     * The record that proves a name is one whichever certificate asks for it, so a second estate would take it away.
     */
    private void domain(CustomDomain domain) {
        KeyPath path = KeyPath.of("custom_domain");
        domain.api().ifPresent(name -> add("domain name", name, EVERYWHERE, path.child("api")));
        domain.auth().ifPresent(name -> add("domain name", name, EVERYWHERE, path.child("auth")));
        domain.certificateNames().forEach(name -> proof(name, path.child("certificate_names")));
        domain.api().ifPresent(name -> proof(name, path.child("api")));
        domain.auth().ifPresent(name -> proof(name, path.child("auth")));
    }

    private void proof(String name, KeyPath path) {
        add("validation record", CustomDomain.proving(name), EVERYWHERE, path);
    }

    private void add(String what, String name, String scope, KeyPath path) {
        claims.add(new Claim(what, name, scope, path));
    }
}
