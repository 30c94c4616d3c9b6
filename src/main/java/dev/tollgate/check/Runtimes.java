package dev.tollgate.check;

import java.util.Map;
import java.util.Optional;

/** Lambda's runtimes that get no security updates any more. */
public final class Runtimes {

    /** The day on which AWS's page was read. */
    public static final String AS_OF = "2026-11-20";

    /** The page. */
    public static final String SOURCE = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html";

    private static final Map<String, String> DEPRECATED = Map.ofEntries(
            Map.entry("dotnet5.0", "since 2022-05-10"),
            Map.entry("dotnet7", "since 2024-05-14"),
            Map.entry("dotnetcore1.0", "since 2019-06-27"),
            Map.entry("dotnetcore2.0", "since 2019-05-30"),
            Map.entry("dotnetcore2.1", "since 2022-01-05"),
            Map.entry("dotnetcore3.1", "since 2023-04-03"),
            Map.entry("dotnet6", "since 2024-12-20"),
            Map.entry("go1.x", "since 2024-01-08"),
            Map.entry("java8", "since 2024-01-08"),
            Map.entry("nodejs", "since 2016-10-31"),
            Map.entry("nodejs4.3", "since 2020-03-05"),
            Map.entry("nodejs6.10", "since 2019-08-12"),
            Map.entry("nodejs8.10", "since 2020-03-06"),
            Map.entry("nodejs10.x", "since 2021-07-30"),
            Map.entry("nodejs12.x", "since 2023-03-31"),
            Map.entry("nodejs14.x", "since 2023-12-04"),
            Map.entry("nodejs16.x", "since 2024-06-12"),
            Map.entry("nodejs18.x", "since 2025-09-01"),
            Map.entry("nodejs20.x", "since 2026-04-30; no new functions from 2027-02-01"),
            Map.entry("provided", "since 2024-01-08"),
            Map.entry("python2.7", "since 2021-07-15"),
            Map.entry("python3.6", "since 2022-07-18"),
            Map.entry("python3.7", "since 2023-12-04"),
            Map.entry("python3.8", "since 2024-10-14"),
            Map.entry("python3.9", "since 2025-12-15"),
            Map.entry("python3.10", "since 2026-10-31"),
            Map.entry("ruby2.5", "since 2021-07-30"),
            Map.entry("ruby2.7", "since 2023-12-07"));

    private static final Map<String, String> NEWEST = Map.of(
            "dotnet", "dotnet8",
            "go", "provided.al2023",
            "java", "java21",
            "nodejs", "nodejs22.x",
            "provided", "provided.al2023",
            "python", "python3.13",
            "ruby", "ruby3.3");

    private Runtimes() {}

    /** Since when {@code runtime} gets none: {@code since 2026-10-31}; empty when it gets them. */
    public static Optional<String> deprecated(String runtime) {
        return Optional.ofNullable(DEPRECATED.get(runtime));
    }

    /** The newest supported runtime of the language of {@code runtime}; empty for one that has no family. */
    public static Optional<String> supported(String runtime) {
        return NEWEST.entrySet().stream()
                .filter(language -> runtime.startsWith(language.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
