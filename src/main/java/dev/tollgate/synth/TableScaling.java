package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.appautoscaling_policy.AppautoscalingPolicyConfig;
import com.hashicorp.cdktf.providers.aws.appautoscaling_policy.AppautoscalingPolicyTargetTrackingScalingPolicyConfiguration;
import com.hashicorp.cdktf.providers.aws.appautoscaling_policy.AppautoscalingPolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecification;
import com.hashicorp.cdktf.providers.aws.appautoscaling_target.AppautoscalingTargetConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Label;
import dev.tollgate.model.Table;
import dev.tollgate.schema.AutoscalingKeys;
import dev.tollgate.schema.Key;
import dev.tollgate.schema.TableKeys;
import java.util.Locale;
import java.util.stream.Collectors;

/** The capacities of a table, and of its indexes, that move with what is called. */
final class TableScaling {

    private static final String NAMESPACE = "dynamodb";

    /** Reads or writes, in the words of Application Auto Scaling. */
    private enum Side {
        READ(AutoscalingKeys.MAX_READ_CAPACITY),
        WRITE(AutoscalingKeys.MAX_WRITE_CAPACITY);

        private final Key most;

        Side(Key most) {
            this.most = most;
        }

        private String word() {
            return this == READ ? "Read" : "Write";
        }
    }

    private final Elements elements;
    private final Table table;
    private final Element made;
    private final Variable variable;

    private TableScaling(Elements elements, Table table, Element made, Variable variable) {
        this.elements = elements;
        this.table = table;
        this.made = made;
        this.variable = variable;
    }

    /** Adds what moves the capacities of {@code table}, {@code made} by Terraform, which leaves them alone then. */
    static void add(Elements elements, Table table, Element made, Variable variable) {
        if (table.autoscaling().isEmpty()) {
            return;
        }
        TableScaling scaling = new TableScaling(elements, table, made, variable);
        scaling.leaveAlone();
        for (Side side : Side.values()) {
            scaling.move(side, table.id(), "table", "", capacity(side, variable));
            if (table.scalesIndexes()) {
                table.indexes()
                        .forEach(index -> scaling.move(
                                side,
                                table.id() + "_index_" + Label.part(index.name(), "index"),
                                "index",
                                "/index/" + index.name(),
                                Storage.capacity(index, variable, side == Side.READ)));
            }
        }
    }

    private static Variable capacity(Side side, Variable variable) {
        return variable.at(side == Side.READ ? TableKeys.READ_CAPACITY : TableKeys.WRITE_CAPACITY);
    }

    /** Terraform would put the capacities back with every apply; those of indexes it takes for a part of the index. */
    private void leaveAlone() {
        made.keeping("read_capacity", "write_capacity")
                .being(
                        "try(self.read_capacity, 0) >= 1 && try(self.write_capacity, 0) >= 1",
                        "table `" + table.name()
                                + "` is on demand, and its file has `autoscaling`, which moves capacities that"
                                + " are there. In two steps: deploy `read_capacity` and `write_capacity` without"
                                + " `autoscaling`; then add it.");
        if (!table.scalesIndexes()) {
            return;
        }
        // With its keys' attributes, of which the provider takes none that no index has.
        made.keeping("attribute", "global_secondary_index")
                .being(
                        "toset([for index in self.global_secondary_index : jsonencode([index.name, index.hash_key,"
                                + " index.range_key == null ? \"\" : index.range_key, index.projection_type,"
                                + " [for name in (index.non_key_attributes == null ? [] : index.non_key_attributes) : name]])])"
                                + " == toset(["
                                + table.indexes().stream()
                                        .map(TableScaling::described)
                                        .collect(Collectors.joining(", "))
                                + "])",
                        "indexes of table `" + table.name()
                                + "` cannot change while they scale: Terraform leaves them alone, with their capacities. Write"
                                + " `indexes = false` in its `autoscaling` in the same change; remove that in the next.");
    }

    private static String described(Table.Index index) {
        String names = index.attributes().stream().map(Hcl::quoted).collect(Collectors.joining(", ", "[", "]"));
        return "jsonencode([" + Hcl.quoted(index.name()) + ", "
                + Hcl.quoted(index.hashKey().name()) + ", "
                + Hcl.quoted(index.rangeKey().map(Table.Key::name).orElse("")) + ", " + Hcl.quoted(index.projection())
                + ", [for name in toset(" + names + ") : name]])";
    }

    /** {@code kind} is the table itself or an index, {@code within} the table. */
    private void move(Side side, String label, String kind, String within, Variable least) {
        KeyPath source = KeyPath.of("tables", table.name(), "autoscaling");
        String name = label + "_" + side.word().toLowerCase(Locale.ROOT);
        String dimension = NAMESPACE + ":" + kind + ":" + side.word() + "CapacityUnits";
        Variable scaling = variable.at(TableKeys.AUTOSCALING);
        Variable most = scaling.at(side.most);
        Element target = elements.add(
                        source,
                        name,
                        AppautoscalingTargetConfig.builder()
                                .serviceNamespace(NAMESPACE)
                                .resourceId("table/" + made.attribute("name") + Hcl.literal(within))
                                .scalableDimension(dimension)
                                .minCapacity(least.number())
                                .maxCapacity(most.number())
                                .build())
                .demanding(
                        least.expression() + " <= " + most.expression(),
                        "`" + side.most + "` of table `" + table.name() + "` is less than where it begins.");
        elements.add(
                source,
                name,
                AppautoscalingPolicyConfig.builder()
                        .name("DynamoDB" + side.word() + "CapacityUtilization:" + target.attribute("resource_id"))
                        .policyType("TargetTrackingScaling")
                        .serviceNamespace(target.attribute("service_namespace"))
                        .resourceId(target.attribute("resource_id"))
                        .scalableDimension(target.attribute("scalable_dimension"))
                        .targetTrackingScalingPolicyConfiguration(
                                AppautoscalingPolicyTargetTrackingScalingPolicyConfiguration.builder()
                                        .targetValue(scaling.at(AutoscalingKeys.TARGET_UTILIZATION)
                                                .number())
                                        .predefinedMetricSpecification(
                                                AppautoscalingPolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecification
                                                        .builder()
                                                        .predefinedMetricType(
                                                                "DynamoDB" + side.word() + "CapacityUtilization")
                                                        .build())
                                        .build())
                        .build());
    }
}
