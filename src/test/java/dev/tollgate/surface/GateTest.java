package dev.tollgate.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.GateTable;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate decides as the table says, whatever is required and whatever is shown. */
class GateTest {

    static List<GateTable.Cell> cells() {
        return GateTable.cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void decidesAsTheTableSays(GateTable.Cell cell) {
        Gate gate = gate(cell);

        Decision decision = gate.decide(proof(cell.shown()), Known.of(cell.showsKey()));

        assertThat(decision.passes()).isEqualTo(cell.passes());
        assertThat(decision instanceof Decision.Unknown).isEqualTo(cell.isOpenToDoubt());
        assertThat(statuses(decision, gate.kind())).isEqualTo(new TreeSet<>(cell.statuses()));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void namesEveryStatusThatARefusalCanHave(GateTable.Cell cell) {
        Gate gate = gate(cell);

        if (!cell.showsKey()) {
            assertThat(gate.statuses()).isEqualTo(GateTable.refusals(cell.api(), cell.requires()));
        }
    }

    /** Nobody passes on what is not known yet: neither issuer, nor audience, nor scopes. */
    @ParameterizedTest
    @MethodSource("cells")
    void letsNobodyPassOnWhatIsNotKnown(GateTable.Cell cell) {
        Gate gate = gate(cell);
        Proof unknown =
                new Proof.Token(TokenUse.ACCESS, new Scopes(new TreeSet<>(), false), Known.UNKNOWN, Known.UNKNOWN);

        assertThat(gate.decide(unknown).passes()).isEqualTo(gate.access().isOpen());
    }

    private static SortedSet<Integer> statuses(Decision decision, Api.Kind kind) {
        SortedSet<Integer> statuses = new TreeSet<>();
        decision.denials().forEach(denial -> statuses.addAll(denial.statuses(kind)));
        return statuses;
    }

    private static Gate gate(GateTable.Cell cell) {
        Access access =
                switch (cell.access()) {
                    case "nothing" -> new Access.Open();
                    case "signature" -> new Access.Iam();
                    case "lambda" -> new Access.Custom(Optional.empty());
                    case "unknown" -> new Access.Undecided("its authorization is not known yet");
                    default -> new Access.Token(Optional.empty(), Scopes.of(cell.scopes()));
                };
        return new Gate(Api.Kind.valueOf(cell.api()), access, cell.requiresKey());
    }

    private static Proof proof(String shown) {
        Scopes read = Scopes.of(List.of("orders/read"));
        return switch (shown) {
            case "nothing" -> new Proof.Nothing();
            case "broken" -> new Proof.Invalid(false);
            case "expired" -> new Proof.Invalid(true);
            case "other pool" -> new Proof.Token(TokenUse.ACCESS, read, Known.NO, Known.YES);
            case "other client" -> new Proof.Token(TokenUse.ACCESS, read, Known.YES, Known.NO);
            case "other client's id" -> new Proof.Token(TokenUse.ID, Scopes.NONE, Known.YES, Known.NO);
            case "read" -> Proof.Token.of(TokenUse.ACCESS, read);
            case "other scope" -> Proof.Token.of(TokenUse.ACCESS, Scopes.of(List.of("orders/other")));
            case "id" -> Proof.Token.of(TokenUse.ID, Scopes.NONE);
            case "signature" -> new Proof.Signature();
            default -> throw new IllegalArgumentException(shown);
        };
    }
}
