package dev.tollgate.check;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a {@link Thing}, by the way that leads to it.
 *
 * @param inFile {@code oauth_flows}, in an environment file
 * @param inTerraform {@code allowed_oauth_flows}, in Terraform
 */
public record ThingPart(List<String> inFile, List<String> inTerraform) {

    /** The thing itself. */
    public static final ThingPart ITSELF = new ThingPart(List.of(), List.of());

    public ThingPart {
        inFile = List.copyOf(inFile);
        inTerraform = List.copyOf(inTerraform);
    }

    /** The keys of each way stand between dots. */
    public static ThingPart of(String inFile, String inTerraform) {
        return new ThingPart(List.of(inFile.split("\\.", -1)), List.of(inTerraform.split("\\.", -1)));
    }

    /** What stands under {@code key} in it, or at that position. */
    public ThingPart child(String key) {
        return new ThingPart(longer(inFile, key), longer(inTerraform, key));
    }

    /** The last key of the way in an environment file. */
    public String fileWord() {
        return inFile.get(inFile.size() - 1);
    }

    /** The way in Terraform, with dots. */
    public String terraformWord() {
        return String.join(".", inTerraform);
    }

    private static List<String> longer(List<String> way, String key) {
        List<String> longer = new ArrayList<>(way);
        longer.add(key);
        return longer;
    }
}
