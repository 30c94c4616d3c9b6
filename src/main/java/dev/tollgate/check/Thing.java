package dev.tollgate.check;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A thing that an environment file shows and Terraform does too: an app client, a function, a table. What is said of it
 * is said in the words of the place where it stands.
 */
public sealed interface Thing {

    /** What it is called, {@code client `web`}, or {@code app client `aws_cognito_user_pool_client.web`}. */
    String name();

    /** {@code inFile} of a thing in an environment file, {@code inTerraform} of one in Terraform. */
    String says(String inFile, String inTerraform);

    /** Reports something that is wrong with {@code attribute} of it. */
    void report(Severity severity, ThingPart attribute, String message, String hint);

    /** Whether {@code value}, that of {@code attribute}, is known; where it is not, that is noted. */
    boolean knows(ThingPart attribute, Value value);

    /**
     * Whether {@code value}, that of {@code attribute}, is known to be an empty list; where that is not known, it is
     * noted.
     */
    default boolean isWithout(ThingPart attribute, Value value) {
        if (value instanceof Value.Sequence sequence) {
            return sequence.items().isEmpty();
        }
        return knows(attribute, value) && value.isAbsent();
    }

    /** What {@code attribute} is called here, in backticks. */
    default String word(ThingPart attribute) {
        return "`" + says(attribute.fileWord(), attribute.terraformWord()) + "`";
    }

    /** Reports what is exploitable, loses data or is certain to fail at apply. */
    default void error(ThingPart attribute, String message, String hint) {
        report(Severity.ERROR, attribute, message, hint);
    }

    /** Reports what weakens the deployed system or will surprise. */
    default void warning(ThingPart attribute, String message, String hint) {
        report(Severity.WARNING, attribute, message, hint);
    }

    /** Reports what is worth knowing and never in the way. */
    default void note(ThingPart attribute, String message, String hint) {
        report(Severity.NOTE, attribute, message, hint);
    }

    /** One in an environment file, at {@code path}. */
    record InFile(String name, KeyPath path, Report report) implements Thing {

        @Override
        public String says(String inFile, String inTerraform) {
            return inFile;
        }

        @Override
        public void report(Severity severity, ThingPart attribute, String message, String hint) {
            List<String> parts = new ArrayList<>(path.parts());
            parts.addAll(attribute.inFile());
            report.add(severity, new KeyPath(parts), message, hint);
        }

        @Override
        public boolean knows(ThingPart attribute, Value value) {
            return true;
        }
    }

    /** One in Terraform. */
    record InTerraform(String name, Resource resource, TerraformReport report) implements Thing {

        @Override
        public String says(String inFile, String inTerraform) {
            return inTerraform;
        }

        @Override
        public void report(Severity severity, ThingPart attribute, String message, String hint) {
            report.add(severity, place(attribute), message, hint);
        }

        @Override
        public boolean knows(ThingPart attribute, Value value) {
            return report.knows(place(attribute), value);
        }

        private Place place(ThingPart attribute) {
            return new Place(resource.address(), resource.path(), attribute.inTerraform());
        }
    }
}
