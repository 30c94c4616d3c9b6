package dev.tollgate.testing;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Starts what waits for Terraform before what only computes, so that no long class is left to run alone at the end. */
public final class LongestFirst implements ClassOrderer {

    /** Minutes each. */
    private static final List<String> LONGEST = List.of(
            "ArrivalTest",
            "PathIndependenceTest",
            "SmokeFaultsTest",
            "LifecycleTest",
            "TerraformAgreementTest",
            "ErrorFreeFilesTest",
            "OwnTerraformDeployTest");

    private static final List<String> WAITING = List.of("dev.tollgate.e2e", "dev.tollgate.cli");

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparingInt(LongestFirst::rank));
    }

    private static int rank(ClassDescriptor described) {
        int longest = LONGEST.indexOf(described.getTestClass().getSimpleName());
        int waiting = WAITING.indexOf(described.getTestClass().getPackageName());
        return longest >= 0 ? longest : LONGEST.size() + (waiting < 0 ? WAITING.size() : waiting);
    }
}
