package dev.tollgate.graph;

import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Infrastructure;
import java.util.ArrayList;
import java.util.List;

/** Reads who can call what. */
public final class CallersReader {

    private CallersReader() {}

    /** The matrix of {@code infrastructure}. */
    public static AccessMatrix read(String title, Infrastructure infrastructure) {
        Surface surface = SurfaceReader.read(infrastructure);
        Reach reach = new Reach(infrastructure, new IssuerFinder(infrastructure, surface));
        AccessWording wording = new AccessWording(infrastructure);
        List<String> callers = new ArrayList<>(List.of("anyone"));
        surface.clients().forEach(client -> callers.add(client.name()));
        List<AccessMatrix.Row> rows = new ArrayList<>();
        for (Api api : surface.apis()) {
            for (ApiRoute route : api.routes()) {
                List<Cell> cells = new ArrayList<>(List.of(Reach.anyone(api, route)));
                for (PoolClient client : surface.clients()) {
                    cells.add(reach.of(client, api, route));
                }
                rows.add(new AccessMatrix.Row(
                        wording.name(api.resource(), "name"),
                        route.key(),
                        Routes.tone(route),
                        Routes.demand(api, route),
                        cells));
            }
        }
        return new AccessMatrix(title, callers, rows, notes(surface));
    }

    private static List<String> notes(Surface surface) {
        List<String> notes = new ArrayList<>(surface.unjudged());
        for (Api api : surface.apis()) {
            if (!api.certain()) {
                notes.add("not every route of `" + api.resource().address() + "` is known");
            }
        }
        return notes;
    }
}
