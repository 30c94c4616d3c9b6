package dev.tollgate.gateway.read;

import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.util.List;

/** The pools that are served of a stack, known without serving it. */
public final class LocalPools {

    private LocalPools() {}

    /** The pools of {@code infrastructure}, which means {@code surface}, with nobody in them. */
    public static List<LocalPool> of(Infrastructure infrastructure, Surface surface, KnownIds ids) {
        return new PoolReader(infrastructure, surface, new LocalNames(infrastructure, ids), List.of()).read();
    }
}
