package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Thing;
import dev.tollgate.check.ThingPart;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A function that is made here, as an environment file shows it or Terraform.
 *
 * @param variables its environment variables by name
 * @param subnets those of its private network; absent without one
 */
record SeenFunction(
        Thing thing, Value handler, Value runtime, Value timeout, Value variables, Value subnets, Value groups) {

    static final ThingPart HANDLER = ThingPart.of("handler", "handler");
    static final ThingPart RUNTIME = ThingPart.of("runtime", "runtime");
    static final ThingPart TIMEOUT = ThingPart.of("timeout", "timeout");
    static final ThingPart VARIABLES = ThingPart.of("environment", "environment.variables");
    static final ThingPart SUBNETS = ThingPart.of("vpc.subnet_ids", "vpc_config.subnet_ids");
    static final ThingPart GROUPS = ThingPart.of("vpc.security_group_ids", "vpc_config.security_group_ids");

    private static final String TYPE = "aws_lambda_function";

    /** A rule over each function, wherever it is seen. */
    static CheckRule rule(String id, Severity severity, String title, Consumer<SeenFunction> judgement) {
        return CheckRule.ofFile(id, severity, title, (environment, report) -> environment
                        .packagedFunctions()
                        .forEach(function -> judgement.accept(of(
                                function,
                                new Thing.InFile(
                                        "function `" + function.id() + "`",
                                        KeyPath.of("functions", function.id()),
                                        report)))))
                .andOfTerraform((infrastructure, surface, report) -> infrastructure
                        .ofType(TYPE)
                        .forEach(function -> judgement.accept(of(
                                function,
                                infrastructure,
                                new Thing.InTerraform("function `" + function.address() + "`", function, report)))));
    }

    private static SeenFunction of(LambdaFunction.Packaged function, Thing thing) {
        SortedMap<String, Value> variables = new TreeMap<>();
        for (Map.Entry<String, String> variable : function.environment().entrySet()) {
            variables.put(variable.getKey(), Value.of(variable.getValue()));
        }
        function.environmentFrom()
                .keySet()
                .forEach(name -> variables.put(name, new Value.Unknown("known after apply", List.of())));
        return new SeenFunction(
                thing,
                known(function.handler()),
                known(function.runtime()),
                Value.scalar(BigDecimal.valueOf(function.timeoutSeconds())),
                new Value.Mapping(variables),
                function.vpc().map(vpc -> words(vpc.subnetIds())).orElse(Value.absent()),
                function.vpc().map(vpc -> words(vpc.securityGroupIds())).orElse(Value.absent()));
    }

    private static SeenFunction of(Resource function, Infrastructure infrastructure, Thing thing) {
        Value network = infrastructure.resolve(function.argument("vpc_config"));
        return new SeenFunction(
                thing,
                infrastructure.resolve(function.argument("handler")),
                infrastructure.resolve(function.argument("runtime")),
                infrastructure.resolve(function.argument("timeout")),
                infrastructure.resolve(function.argument("environment").get("variables")),
                network.get("subnet_ids"),
                network.get("security_group_ids"));
    }

    private static Value known(String word) {
        return word.isEmpty() ? Value.absent() : Value.of(word);
    }

    private static Value words(List<String> words) {
        return new Value.Sequence(words.stream().map(Value::of).toList());
    }

    /** Its environment variables by name, as far as they are known. */
    SortedMap<String, Value> byName() {
        return variables instanceof Value.Mapping mapping ? mapping.members() : new TreeMap<>();
    }
}
