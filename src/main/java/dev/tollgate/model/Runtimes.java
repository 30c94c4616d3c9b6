package dev.tollgate.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lambda's runtimes and their days, as AWS's page had them on one day: the same input is judged alike on any other. */
public final class Runtimes {

    /** The day on which AWS's page was read. */
    public static final String AS_OF = "2026-11-28";

    /** The page. */
    public static final String SOURCE = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html";

    /**
     * Deprecated; no function can be created with it any more; none that has it can be changed. Days, in that order.
     */
    private static final List<LambdaRuntime> ALL =
            """
            dotnet10        2028-11-14 2028-12-14 2029-01-15
            dotnet8         2026-11-10 2027-02-01 2027-03-03
            dotnet7         2024-05-14 2024-06-14 2024-07-14
            dotnet6         2024-12-20 2027-02-01 2027-03-03
            dotnet5.0       2022-05-10 2022-06-10 2022-07-10
            dotnetcore3.1   2023-04-03 2023-04-03 2023-05-03
            dotnetcore2.1   2022-01-05 2022-01-05 2022-04-13
            dotnetcore2.0   2019-05-30 2019-05-30 2019-05-30
            dotnetcore1.0   2019-06-27 2019-06-27 2019-07-30
            go1.x           2024-01-08 2024-02-08 2027-03-03
            java25          2029-06-30 2029-07-31 2029-08-31
            java21          2029-06-30 2029-07-31 2029-08-31
            java17.al2023   2029-06-30 2029-07-31 2029-08-31
            java17          2027-06-30 2027-07-31 2027-08-31
            java11.al2023   2029-06-30 2029-07-31 2029-08-31
            java11          2027-06-30 2027-07-31 2027-08-31
            java8.al2023    2029-06-30 2029-07-31 2029-08-31
            java8.al2       2027-06-30 2027-07-31 2027-08-31
            java8           2024-01-08 2024-02-08 2027-03-03
            nodejs24.x      2028-04-30 2028-06-01 2028-07-01
            nodejs22.x      2027-04-30 2027-06-01 2027-07-01
            nodejs20.x      2026-04-30 2027-02-01 2027-03-03
            nodejs18.x      2025-09-01 2027-02-01 2027-03-03
            nodejs16.x      2024-06-12 2027-02-01 2027-03-03
            nodejs14.x      2023-12-04 2024-01-09 2027-03-03
            nodejs12.x      2023-03-31 2023-03-31 2023-04-30
            nodejs10.x      2021-07-30 2021-07-30 2022-02-14
            nodejs8.10      2020-03-06 2020-02-04 2020-03-06
            nodejs6.10      2019-08-12 2019-07-12 2019-08-12
            nodejs4.3       2020-03-05 2020-02-03 2020-03-05
            nodejs          2016-10-31 2016-10-31 2016-10-31
            provided.al2023 2029-06-30 2029-07-31 2029-08-31
            provided.al2    2026-07-31 2027-02-01 2027-03-03
            provided        2024-01-08 2024-02-08 2027-03-03
            python3.14      2029-06-30 2029-07-31 2029-08-31
            python3.13      2029-06-30 2029-07-31 2029-08-31
            python3.12      2028-10-31 2028-11-30 2029-01-10
            python3.11      2027-06-30 2027-07-31 2027-08-31
            python3.10      2026-10-31 2027-02-01 2027-03-03
            python3.9       2025-12-15 2027-02-01 2027-03-03
            python3.8       2024-10-14 2027-02-01 2027-03-03
            python3.7       2023-12-04 2024-01-09 2027-03-03
            python3.6       2022-07-18 2022-07-18 2022-08-29
            python2.7       2021-07-15 2021-07-15 2022-05-30
            ruby4.0         2029-03-31 2029-04-30 2029-05-31
            ruby3.4         2028-03-31 2028-04-30 2028-05-31
            ruby3.3         2027-03-31 2027-04-30 2027-05-31
            ruby3.2         2026-03-31 2027-02-01 2027-03-03
            ruby2.7         2023-12-07 2024-01-09 2027-03-03
            ruby2.5         2021-07-30 2021-07-30 2022-03-31
            """.lines().map(LambdaRuntime::parse).toList();

    /**
     * What provider 5.100 refuses at plan. Release 6.21 takes Java 25, Node.js 24 and Python 3.14; of the others no
     * release was seen that does, and {@code terraform init} takes the newest.
     */
    private static final List<String> ONLY_SIX = List.of(
            "dotnet10",
            "java11.al2023",
            "java17.al2023",
            "java25",
            "java8.al2023",
            "nodejs24.x",
            "python3.14",
            "ruby4.0");

    private Runtimes() {}

    /**
     * A runtime and its days, as AWS's calendar writes them, which sort as text does.
     *
     * @param deprecated when its security updates end
     * @param closed when functions can no longer be made with it
     * @param frozen when functions that have it can no longer be changed
     */
    public record LambdaRuntime(String name, String deprecated, String closed, String frozen) {

        private static LambdaRuntime parse(String row) {
            String[] cells = row.split(" +", -1);
            return new LambdaRuntime(cells[0], cells[1], cells[2], cells[3]);
        }

        /** Whether its security updates have ended. */
        public boolean isDeprecated() {
            return deprecated.compareTo(AS_OF) <= 0;
        }

        /** Whether no function can be created with it. */
        public boolean isClosed() {
            return closed.compareTo(AS_OF) <= 0;
        }

        /** Its family; whoever wrote for Go's own runtime brings a program now. */
        private Optional<RuntimeFamily> family() {
            return name.startsWith("go") ? Optional.of(RuntimeFamily.PROVIDED) : RuntimeFamily.of(name);
        }
    }

    /** What is known of {@code name}. */
    public static Optional<LambdaRuntime> find(String name) {
        return ALL.stream().filter(runtime -> runtime.name().equals(name)).findFirst();
    }

    /** Those that can be chosen and no finding is about, sorted. */
    public static List<String> offered() {
        return ALL.stream()
                .filter(runtime -> !runtime.isDeprecated())
                .map(LambdaRuntime::name)
                .sorted()
                .toList();
    }

    /** Those that functions can still be made with and get no security updates, sorted. */
    public static List<String> outgoing() {
        return ALL.stream()
                .filter(runtime -> runtime.isDeprecated() && !runtime.isClosed())
                .map(LambdaRuntime::name)
                .sorted()
                .toList();
    }

    /** Whether only newer releases of Terraform's provider take {@code name}. */
    public static boolean needsNewerProvider(String name) {
        return ONLY_SIX.contains(name);
    }

    /**
     * The runtime to choose instead of {@code runtime}: of those of its language that no finding is about, one that
     * provider 5 knows, the newest.
     */
    public static Optional<String> supported(LambdaRuntime runtime) {
        return runtime.family().flatMap(Runtimes::supported);
    }

    /** The runtime to choose for {@code family}. */
    public static Optional<String> supported(RuntimeFamily family) {
        return ALL.stream()
                .filter(other -> other.family().equals(Optional.of(family)) && !other.isDeprecated())
                .min(Comparator.comparing((LambdaRuntime other) -> needsNewerProvider(other.name())))
                .map(LambdaRuntime::name);
    }
}
