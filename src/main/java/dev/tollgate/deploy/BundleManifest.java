package dev.tollgate.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tollgate.finding.UserError;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The manifest of a bundle.
 *
 * @param format of the bundle; only {@link #FORMAT} can be read
 * @param changes whether the plan would change anything
 * @param own what own Terraform beside the stack declares or overrides, by address, each with its files
 * @param acknowledgements losses that were accepted, sorted
 */
public record BundleManifest(
        int format,
        String environment,
        PlanMode mode,
        boolean changes,
        PlanInputs inputs,
        SortedMap<String, String> own,
        List<Acknowledgement> acknowledgements) {

    /** The format that is written, and the only one that is read. */
    public static final int FORMAT = 2;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    public BundleManifest {
        own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
        acknowledgements = List.copyOf(new TreeSet<>(acknowledgements));
    }

    /** This manifest with what was accepted. */
    public BundleManifest with(List<Acknowledgement> accepted) {
        return new BundleManifest(format, environment, mode, changes, inputs, own, accepted);
    }

    String text() {
        try {
            return JSON.writeValueAsString(this).replace(System.lineSeparator(), "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain data always has a JSON form", e);
        }
    }

    static BundleManifest read(byte[] text) {
        try {
            int format = JSON.readTree(text).path("format").asInt();
            if (format != FORMAT) {
                throw new UserError(
                        UserError.Exit.ENVIRONMENT,
                        "the bundle has format " + format + ", this Tollgate reads " + FORMAT,
                        "plan again with this Tollgate");
            }
            return JSON.readValue(text, BundleManifest.class);
        } catch (java.io.IOException e) {
            throw new UserError(UserError.Exit.ENVIRONMENT, "the bundle's manifest cannot be read", "plan again", e);
        }
    }
}
