package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.aws.iam_role.IamRoleConfig;
import com.hashicorp.cdktf.providers.aws.iam_role_policy.IamRolePolicyConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Contact;
import dev.tollgate.schema.EnvironmentKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a pool sends text messages: with a role that is made here unless the file names one. */
final class TextMessages {

    private static final String NAME = "cognito_sms";

    private final Elements elements;
    private final KeyPath source;
    private final Surroundings surroundings;
    private final List<Element> first = new ArrayList<>();

    TextMessages(Elements elements, KeyPath source, Surroundings surroundings) {
        this.elements = elements;
        this.source = source;
        this.surroundings = surroundings;
    }

    /** {@code sms_configuration} of the pool. */
    ObjectNode config(Optional<Contact.Sms> sms) {
        String externalId = sms.flatMap(Contact.Sms::externalId)
                .orElse(Variable.of(EnvironmentKeys.NAME).text() + "-users");
        ObjectNode config = JsonNodeFactory.instance.objectNode().put("external_id", externalId);
        config.put("sns_caller_arn", sms.flatMap(Contact.Sms::roleArn).orElseGet(() -> role(externalId)));
        sms.flatMap(Contact.Sms::region).ifPresent(region -> config.put("sns_region", region));
        return config;
    }

    /** What has to be there before the pool. */
    List<Element> first() {
        return List.copyOf(first);
    }

    /** The pool needs the role, so that the role cannot name the pool: it is for any pool of the account. */
    private String role(String externalId) {
        Element role = elements.add(
                source,
                NAME,
                IamRoleConfig.builder()
                        .name(Variable.of(EnvironmentKeys.NAME).text() + "-users-sms")
                        .assumeRolePolicy(PolicyDocument.trusting(
                                "cognito-idp.amazonaws.com", externalId, surroundings.arn("cognito-idp", "userpool/*")))
                        .build());
        first.add(elements.add(
                source,
                NAME,
                IamRolePolicyConfig.builder()
                        .name("sms")
                        .role(role.attribute("id"))
                        // A phone number is no resource of SNS:
                        // https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html.
                        .policy(new PolicyDocument()
                                .allow("Send", List.of("sns:Publish"), List.of("*"))
                                .json())
                        .build()));
        return role.attribute("arn");
    }
}
