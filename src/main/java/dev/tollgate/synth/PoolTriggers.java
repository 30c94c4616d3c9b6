package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Label;
import dev.tollgate.model.Triggers;
import dev.tollgate.schema.TriggerKeys;

/** The functions that a pool calls: what names them, and what lets it call them. */
final class PoolTriggers {

    /** The one version of the event that a function gets which sends a message itself. */
    private static final String SENDER_VERSION = "V1_0";

    private final Triggers triggers;
    private final Element pool;

    PoolTriggers(Triggers triggers, Element pool) {
        this.triggers = triggers;
        this.pool = pool;
    }

    /** Has the pool call the functions that {@code compute} has made, for which {@code source} asks. */
    void call(Elements elements, KeyPath source, Compute compute) {
        pool.with(JsonNodeFactory.instance.objectNode().set("lambda_config", config(compute)));
        if (!triggers.functions().containsKey(TriggerKeys.PRE_TOKEN_GENERATION.word())) {
            hasNoTokenTrigger();
        }
        permit(elements, source, compute);
    }

    /** The provider keeps it when it leaves the file and another trigger stays: its attributes are computed ones. */
    private void hasNoTokenTrigger() {
        pool.being(
                "try(length(self.lambda_config[0].pre_token_generation), 0)"
                        + " + try(length(self.lambda_config[0].pre_token_generation_config), 0) == 0",
                "the trigger `pre_token_generation` cannot leave `user_pool.triggers` while others stay there: the AWS"
                        + " provider would keep it. In two steps: first take `triggers` out of the file and deploy that, then"
                        + " write the others again.");
    }

    private ObjectNode config(Compute compute) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        triggers.functions().forEach((trigger, function) -> {
            String arn = compute.invoked(function).arn();
            if (trigger.equals(TriggerKeys.PRE_TOKEN_GENERATION.word())) {
                // Beside the version, the former attribute is left out: the provider guesses V1_0 for it.
                versioned(config.putObject(trigger + "_config"), arn, triggers.tokenVersion());
            } else if (trigger.equals(TriggerKeys.CUSTOM_EMAIL_SENDER.word())
                    || trigger.equals(TriggerKeys.CUSTOM_SMS_SENDER.word())) {
                versioned(config.putObject(trigger), arn, SENDER_VERSION);
            } else {
                config.put(trigger, arn);
            }
        });
        triggers.kmsKeyArn().ifPresent(key -> config.put("kms_key_id", Hcl.literal(key)));
        return config;
    }

    private static void versioned(ObjectNode function, String arn, String version) {
        function.put("lambda_arn", arn).put("lambda_version", version);
    }

    /** One permission a function, whatever the pool calls it for; this pool alone may. */
    private void permit(Elements elements, KeyPath source, Compute compute) {
        for (String function : triggers.called()) {
            elements.add(
                    source,
                    "users_" + Label.ofKey(function),
                    Permissions.statement(
                            compute.invoked(function), "cognito-idp.amazonaws.com", pool.attribute("arn")));
        }
    }
}
