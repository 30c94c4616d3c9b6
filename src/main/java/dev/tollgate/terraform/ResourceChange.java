package dev.tollgate.terraform;

import java.util.List;
import java.util.Optional;

/**
 * What a plan does with one resource instance.
 *
 * @param before absent when it is not there yet
 * @param after absent when it goes
 * @param forcedBy the attributes that force a replacement, {@code username_attributes}
 * @param reason Terraform's own word for why: {@code replace_because_cannot_update}
 * @param previousAddress where it stood before a move
 */
public record ResourceChange(
        String address,
        Resource.Mode mode,
        String module,
        String type,
        String name,
        String key,
        Action action,
        Value before,
        Value after,
        List<String> forcedBy,
        Optional<String> reason,
        Optional<String> previousAddress,
        boolean imported) {

    public ResourceChange {
        forcedBy = List.copyOf(forcedBy);
    }
}
