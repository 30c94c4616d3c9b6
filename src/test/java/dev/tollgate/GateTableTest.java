package dev.tollgate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.graph.AccessMatrix;
import dev.tollgate.graph.CallVerdict;
import dev.tollgate.graph.CallersReader;
import dev.tollgate.openapi.OpenApiDocument;
import dev.tollgate.openapi.Server;
import dev.tollgate.openapi.ServerUrls;
import dev.tollgate.smoke.Credential;
import dev.tollgate.smoke.ExpectedAnswer;
import dev.tollgate.smoke.SmokeRoute;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever decides who passes a route, or writes it down, is held to the one table; {@code serve} by its own test. */
class GateTableTest {

    static Stream<GateTable.Cell> asked() {
        return GateTable.cells().stream()
                .filter(GateTable.Cell::isOfAFile)
                .filter(cell -> !List.of("other client's id", "signature").contains(cell.shown()));
    }

    /** The independent oracle: it knows nothing of the gate. */
    @ParameterizedTest
    @MethodSource("asked")
    void expectsOfTheDeployedApiWhatTheTableSays(GateTable.Cell cell) {
        SmokeRoute route =
                SmokeRoute.of("GET /orders", "GET", "", "/orders", cell.access().equals("nothing"), cell.scopes());

        ExpectedAnswer expected = ExpectedAnswer.of(cell.isRest(), route, credential(cell.shown()));

        assertThat(expected.statuses()).isEqualTo(Set.copyOf(cell.statuses()));
    }

    private static Credential credential(String shown) {
        Credential.Kind kind =
                switch (shown) {
                    case "nothing" -> Credential.Kind.NONE;
                    case "broken", "expired", "other pool" -> Credential.Kind.INVALID;
                    case "other client" -> Credential.Kind.OTHER_AUDIENCE;
                    case "read", "other scope" -> Credential.Kind.ACCESS;
                    case "id" -> Credential.Kind.IDENTITY;
                    default -> throw new IllegalArgumentException(shown);
                };
        List<String> scopes =
                switch (shown) {
                    case "other client", "read" -> List.of("orders/read");
                    case "other scope" -> List.of("orders/other");
                    default -> List.of();
                };
        return new Credential(shown, kind, Optional.empty(), scopes);
    }

    static Stream<GateTable.Cell> drawn() {
        return GateTable.cells().stream()
                .filter(cell -> !cell.requiresKey())
                .filter(cell -> !List.of("broken", "expired", "signature").contains(cell.shown()));
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void showsWhoCanCallAsTheTableSays(GateTable.Cell cell) {
        AccessMatrix matrix = CallersReader.read("table", GateStack.of(cell));
        int column = matrix.callers().indexOf(cell.shown().equals("nothing") ? "anyone" : cell.shown());

        CallVerdict verdict = matrix.rows().get(0).cells().get(column).verdict();

        assertThat(verdict)
                .isEqualTo(
                        cell.passes() ? CallVerdict.YES : cell.isOpenToDoubt() ? CallVerdict.PERHAPS : CallVerdict.NO);
    }

    static Stream<GateTable.Cell> written() {
        return GateTable.cells().stream().filter(cell -> cell.shown().equals("nothing") && !cell.showsKey());
    }

    @ParameterizedTest
    @MethodSource("written")
    void writesTheRefusalsOfTheTable(GateTable.Cell cell) {
        Infrastructure infrastructure = GateStack.of(cell);

        OpenApiDocument document =
                OpenApiDocument.of(infrastructure, SurfaceReader.read(infrastructure), new Nowhere());
        JsonNode responses =
                document.json().path("paths").path("/orders").path("get").path("responses");
        Set<Integer> statuses = new TreeSet<>();
        responses.fieldNames().forEachRemaining(status -> statuses.add(Integer.valueOf(status)));
        statuses.remove(200);

        assertThat(statuses).isEqualTo(GateTable.refusals(cell.api(), cell.requires()));
    }

    private static final class Nowhere implements ServerUrls {

        @Override
        public List<Server> servers(Api api) {
            return List.of();
        }

        @Override
        public Optional<String> tokenEndpoint(Optional<Resource> pool) {
            return Optional.empty();
        }

        @Override
        public Optional<String> authorizationEndpoint(Optional<Resource> pool) {
            return Optional.empty();
        }
    }
}
