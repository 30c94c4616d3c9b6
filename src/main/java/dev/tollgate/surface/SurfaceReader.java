package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import java.util.ArrayList;
import java.util.List;

/** Reads what callers can meet out of resources. */
public final class SurfaceReader {

    private SurfaceReader() {}

    /** What {@code infrastructure} means. */
    public static Surface read(Infrastructure infrastructure) {
        List<String> unjudged = new ArrayList<>(infrastructure.unread());
        List<Api> apis = new ArrayList<>(new RestApis(infrastructure, unjudged).read());
        apis.addAll(new HttpApis(infrastructure, unjudged).read());
        CognitoReader identity = new CognitoReader(infrastructure);
        return new Surface(apis, identity.pools(), identity.clients(), unjudged);
    }
}
