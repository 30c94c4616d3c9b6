package dev.tollgate.doctor;

import dev.tollgate.aws.Outcome;
import dev.tollgate.aws.Programs;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The programs on this machine: Java, Node.js, Terraform, the cdktf CLI. */
final class Tools {

    private static final int OLDEST_NODE = 18;
    private static final String INSTALL_NODE = "install Node.js 22 or later: https://nodejs.org";
    private static final String INSTALL_TERRAFORM =
            "install Terraform 1.10 or later: https://developer.hashicorp.com/terraform/install";

    private final Programs programs;
    private final LocalDate today;

    Tools(Programs programs, LocalDate today) {
        this.programs = programs;
        this.today = today;
    }

    /** {@code needed} is what the environment asks of Terraform, and why. */
    List<Check> all(String java, ProgramVersion needed, String why) {
        return List.of(java(java), node(), terraform(needed, why), cdktf());
    }

    private static Check java(String version) {
        Optional<ProgramVersion> found = ProgramVersion.in(version);
        // It runs, so it is new enough; Tollgate's own class files see to that.
        return found.isPresent()
                ? Check.ok("Java", version)
                : Check.unknown("Java", "its version is `" + version + "`", "install Java 17 or later");
    }

    private Check node() {
        String program = programs.variable("JSII_NODE").orElse("node");
        Outcome outcome = programs.run(program, "--version");
        if (!(outcome instanceof Outcome.Ended ended) || ended.exit() != 0) {
            return absent("Node.js", outcome, "`synth` needs it", INSTALL_NODE);
        }
        Optional<ProgramVersion> version = ProgramVersion.in(ended.out());
        if (version.isEmpty()) {
            return Check.unknown("Node.js", "it says `" + ended.out().strip() + "`", INSTALL_NODE);
        }
        int major = version.get().major();
        if (major < OLDEST_NODE) {
            return Check.failed(
                    "Node.js", version.get() + ", and `synth` needs " + OLDEST_NODE + " or later", INSTALL_NODE);
        }
        Optional<LocalDate> end = NodeReleases.endOf(major);
        if (end.filter(today::isAfter).isPresent()) {
            return Check.warning(
                    "Node.js", version.get() + ", without security updates since " + end.get(), INSTALL_NODE);
        }
        return Check.ok(
                "Node.js",
                version.get() + end.map(day -> ", supported until " + day).orElse(""));
    }

    private Check terraform(ProgramVersion needed, String why) {
        Outcome outcome = programs.run("terraform", "version");
        if (!(outcome instanceof Outcome.Ended ended) || ended.exit() != 0) {
            return absent("Terraform", outcome, "`plan` and `deploy` need it", INSTALL_TERRAFORM);
        }
        Optional<ProgramVersion> version = ProgramVersion.in(ended.out());
        if (version.isEmpty()) {
            return Check.unknown("Terraform", "it says `" + ended.out().strip() + "`", INSTALL_TERRAFORM);
        }
        return version.get().isBefore(needed)
                ? Check.failed(
                        "Terraform",
                        version.get() + ", and " + why + " needs " + needed + " or later",
                        INSTALL_TERRAFORM)
                : Check.ok("Terraform", version.get() + "; " + why + " needs " + needed);
    }

    private Check cdktf() {
        Outcome outcome = programs.run("cdktf", "--version");
        if (outcome instanceof Outcome.Missing) {
            return Check.ok("cdktf-cli", "not installed, and not needed: only `cdktf deploy` is its");
        }
        if (!(outcome instanceof Outcome.Ended ended) || ended.exit() != 0) {
            return absent("cdktf-cli", outcome, "`cdktf deploy` needs it", "npm install --global cdktf-cli@0.21.0");
        }
        return ProgramVersion.in(ended.out())
                .map(version -> Check.ok("cdktf-cli", version.toString()))
                .orElseGet(() -> Check.unknown(
                        "cdktf-cli", "it says `" + ended.out().strip() + "`", "npm install --global cdktf-cli@0.21.0"));
    }

    private static Check absent(String name, Outcome outcome, String need, String fix) {
        if (outcome instanceof Outcome.Missing) {
            return Check.failed(name, "not on PATH, and " + need, fix);
        }
        if (outcome instanceof Outcome.TooSlow slow) {
            return Check.unknown(name, "did not answer in " + slow.seconds() + " s", "run it by hand to see why");
        }
        return outcome instanceof Outcome.Ended ended
                ? Check.failed(name, "does not run: " + ended.complaint(), fix)
                : Check.failed(name, "cannot be started: " + ((Outcome.Unstartable) outcome).why(), fix);
    }
}
