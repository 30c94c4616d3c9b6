package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.iam_role.IamRoleConfig;
import com.hashicorp.cdktf.providers.aws.iam_role_policy.IamRolePolicyConfig;
import com.hashicorp.cdktf.providers.aws.lambda_event_source_mapping.LambdaEventSourceMappingConfig;
import com.hashicorp.cdktf.providers.aws.lambda_event_source_mapping.LambdaEventSourceMappingDestinationConfig;
import com.hashicorp.cdktf.providers.aws.lambda_event_source_mapping.LambdaEventSourceMappingDestinationConfigOnFailure;
import com.hashicorp.cdktf.providers.aws.lambda_event_source_mapping.LambdaEventSourceMappingScalingConfig;
import com.hashicorp.cdktf.providers.aws.scheduler_schedule.SchedulerScheduleConfig;
import com.hashicorp.cdktf.providers.aws.scheduler_schedule.SchedulerScheduleFlexibleTimeWindow;
import com.hashicorp.cdktf.providers.aws.scheduler_schedule.SchedulerScheduleTarget;
import com.hashicorp.cdktf.providers.aws.sns_topic_subscription.SnsTopicSubscriptionConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.EventSources;
import dev.tollgate.model.Label;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.FunctionKeys;
import dev.tollgate.schema.ScheduleKeys;
import java.util.List;

/** What calls a function beside the API and the pool: schedules, topics, queues and streams. */
final class FunctionEvents {

    private final Elements elements;
    private final Surroundings surroundings;
    private final Storage storage;
    private final LambdaFunction.Packaged function;
    private final InvokedFunction invoked;
    private final KeyPath source;

    /** {@code invoked} is {@code function} as it is called. */
    FunctionEvents(
            Elements elements,
            Surroundings surroundings,
            Storage storage,
            LambdaFunction.Packaged function,
            InvokedFunction invoked) {
        this.elements = elements;
        this.surroundings = surroundings;
        this.storage = storage;
        this.function = function;
        this.invoked = invoked;
        this.source = KeyPath.of("functions", function.id());
    }

    void add() {
        EventSources events = function.events();
        if (!events.schedules().isEmpty()) {
            Element role = schedulerRole();
            events.schedules().forEach(name -> schedule(name, role));
        }
        events.topics().forEach(this::topic);
        events.queues().forEach(this::queue);
        events.streams().forEach(this::stream);
    }

    /**
     * EventBridge Scheduler takes on a role to call. A function's name has no dot, so that this is no other function's
     * role; AWS has whoever takes on the role name the group of schedules, and not one of them:
     * https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html.
     */
    private Element schedulerRole() {
        KeyPath from = source.child(FunctionKeys.SCHEDULES.word());
        String label = function.label() + "_schedules";
        Element role = elements.add(
                from,
                label,
                IamRoleConfig.builder()
                        .name(invoked.functionName() + ".schedules")
                        .assumeRolePolicy(PolicyDocument.trusting(
                                "scheduler.amazonaws.com", surroundings.arn("scheduler", "schedule-group/default")))
                        .build());
        elements.add(
                from,
                label,
                IamRolePolicyConfig.builder()
                        .name("invoke")
                        .role(role.attribute("id"))
                        .policy(new PolicyDocument()
                                .allow("Invoke", List.of("lambda:InvokeFunction"), List.of(invoked.arn()))
                                .json())
                        .build());
        return role;
    }

    private void schedule(String name, Element role) {
        Variable variable = Variable.of(EnvironmentKeys.FUNCTIONS)
                .entry(function.id())
                .at(FunctionKeys.SCHEDULES)
                .entry(name);
        elements.add(
                source.child(FunctionKeys.SCHEDULES.word()).child(name),
                function.label() + "_" + Label.ofKey(name),
                SchedulerScheduleConfig.builder()
                        .name(invoked.functionName() + "." + name)
                        .scheduleExpression(variable.at(ScheduleKeys.EXPRESSION).text())
                        .scheduleExpressionTimezone(
                                variable.at(ScheduleKeys.TIME_ZONE).text())
                        .flexibleTimeWindow(SchedulerScheduleFlexibleTimeWindow.builder()
                                .mode("OFF")
                                .build())
                        .target(SchedulerScheduleTarget.builder()
                                .arn(invoked.arn())
                                .roleArn(role.attribute("arn"))
                                .build())
                        .build());
    }

    /** The next subscription is there before the former one goes, so that nothing that is published is lost. */
    private void topic(String arn) {
        KeyPath from = source.child(FunctionKeys.TOPICS.word());
        String label = function.label() + "_" + EventSources.label(arn);
        Element permission = elements.add(
                        from, "topic_" + label, Permissions.statement(invoked, "sns.amazonaws.com", arn))
                .createdBeforeDestroyed();
        elements.add(
                        from,
                        label,
                        SnsTopicSubscriptionConfig.builder()
                                .topicArn(arn)
                                .protocol("lambda")
                                .endpoint(invoked.arn())
                                .build())
                .createdBeforeDestroyed()
                .after(List.of(permission));
    }

    private void queue(EventSources.Queue queue) {
        LambdaEventSourceMappingConfig.Builder builder = LambdaEventSourceMappingConfig.builder()
                .eventSourceArn(queue.arn())
                .functionName(invoked.arn())
                .batchSize(queue.batchSize())
                .maximumBatchingWindowInSeconds(queue.batchWindow());
        if (queue.partialResponse()) {
            builder.functionResponseTypes(List.of("ReportBatchItemFailures"));
        }
        queue.maxConcurrency()
                .ifPresent(most -> builder.scalingConfig(LambdaEventSourceMappingScalingConfig.builder()
                        .maximumConcurrency(most)
                        .build()));
        elements.add(
                source.child(FunctionKeys.QUEUES.word()).child(queue.arn()),
                function.label() + "_" + EventSources.label(queue.arn()) + "_queue",
                builder.build());
    }

    /** What the provider remembers is written always: it would stay when it leaves the file. */
    private void stream(EventSources.Stream stream) {
        LambdaEventSourceMappingConfig.Builder builder = LambdaEventSourceMappingConfig.builder()
                .eventSourceArn(stream.isOfTable() ? storage.attribute(stream.source(), "stream_arn") : stream.source())
                .functionName(invoked.arn())
                .startingPosition(stream.startingPosition())
                .batchSize(stream.batchSize())
                .maximumBatchingWindowInSeconds(stream.batchWindow())
                .maximumRetryAttempts(stream.retryAttempts().orElse(-1))
                .maximumRecordAgeInSeconds(-1)
                .parallelizationFactor(1)
                .bisectBatchOnFunctionError(stream.bisects());
        if (stream.partialResponse()) {
            builder.functionResponseTypes(List.of("ReportBatchItemFailures"));
        }
        stream.onFailure()
                .ifPresent(arn -> builder.destinationConfig(LambdaEventSourceMappingDestinationConfig.builder()
                        .onFailure(LambdaEventSourceMappingDestinationConfigOnFailure.builder()
                                .destinationArn(arn)
                                .build())
                        .build()));
        elements.add(
                source.child(FunctionKeys.STREAMS.word()).child(stream.source()),
                function.label() + "_" + EventSources.label(stream.source()) + "_stream",
                builder.build());
    }
}
