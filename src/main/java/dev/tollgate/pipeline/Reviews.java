package dev.tollgate.pipeline;

import dev.tollgate.deploy.Acknowledgement;
import dev.tollgate.deploy.Bundle;
import dev.tollgate.deploy.PlanEffects;
import dev.tollgate.deploy.PlanInputs;
import dev.tollgate.deploy.PlanMode;
import dev.tollgate.deploy.TerraformBinary;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.UserError;
import dev.tollgate.review.AcceptedRemark;
import dev.tollgate.review.Kind;
import dev.tollgate.review.Remark;
import dev.tollgate.review.Review;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.PlanReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reviews of plans, wherever they are. */
public final class Reviews {

    private final LocalDate today;

    /** {@code today} is the day that suppressions expire by. */
    public Reviews(LocalDate today) {
        this.today = today;
    }

    /**
     * What of {@code review} stands in the way of applying a plan for {@code mode}. Who destroys an environment agrees
     * to what is lost by its name; what AWS refuses, it refuses then too.
     */
    public static List<Finding> blocking(Review review, PlanMode mode) {
        return review.blocking().stream()
                .filter(remark -> mode == PlanMode.NORMAL || remark.kind() == Kind.REFUSED)
                .map(Remark::finding)
                .toList();
    }

    /** The review of {@code bundle}, with the losses that were accepted in it. */
    public Review of(Bundle bundle) {
        String environment = bundle.manifest().environment();
        return review(
                environmentFile(bundle),
                bundle.json(),
                environment,
                bundle.manifest().acknowledgements(),
                bundle.manifest().own());
    }

    /** {@code bundle} with its review in it. */
    Bundle told(Bundle bundle) {
        return bundle.reviewed(BundledReview.of(of(bundle)));
    }

    /** {@code bundle} with {@code accepted} losses besides those that are accepted in it, and the review of that. */
    public Bundle accepting(Bundle bundle, List<Acknowledgement> accepted) {
        List<Acknowledgement> all = new ArrayList<>(bundle.manifest().acknowledgements());
        all.addAll(accepted);
        return told(bundle.with(all));
    }

    /**
     * How {@code fresh}, a plan just made, differs from {@code reviewed}, one sentence each; nothing when what was
     * reviewed is what would be applied.
     */
    public List<String> differences(Bundle reviewed, Bundle fresh) {
        List<String> differences = new ArrayList<>(PlanEffects.differences(reviewed.json(), fresh.json()));
        byte[] now = accepting(fresh, reviewed.manifest().acknowledgements()).review();
        SortedSet<String> read = new TreeSet<>(BundledReview.differences(reviewed.review(), now));
        // A comment is made of the plan in the bundle, not of the review beside it.
        read.addAll(BundledReview.differences(told(reviewed).review(), now));
        differences.addAll(read);
        if (reviewed.manifest().changes() != fresh.manifest().changes() && differences.isEmpty()) {
            differences.add("the reviewed plan is said to change "
                    + (reviewed.manifest().changes() ? "something, and changes nothing" : "nothing, and does"));
        }
        return differences;
    }

    /** Where findings stand in a pull request. */
    private static String environmentFile(Bundle bundle) {
        String environment = bundle.manifest().environment();
        return bundle.manifest().inputs().varFiles().stream()
                .map(PlanInputs.VarFile::path)
                .filter(path -> path.matches("(.*/)?" + Pattern.quote(environment) + "\\.tfvars(\\.json)?"))
                .findFirst()
                .orElse("plan of " + environment);
    }

    /**
     * The review of {@code file}: a bundle, into which {@code accepted} losses are written, or a plan file of
     * Terraform, in the folder that it was made in.
     */
    public Reviewed ofFile(Path file, List<Acknowledgement> accepted, Map<String, String> environment) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot find the plan `" + file + "`",
                    "run `tollgate plan` first, or name a plan with `--plan`");
        }
        if (!Bundle.isOne(file)) {
            byte[] json = TerraformBinary.find(environment).show(file);
            return new Reviewed(
                    review(file.toString(), json, file.toString(), accepted, new TreeMap<>()), Optional.empty());
        }
        Bundle bundle = Bundle.read(file);
        if (!accepted.isEmpty()) {
            bundle = accepting(bundle, accepted);
            bundle.write(file);
        }
        return new Reviewed(of(bundle), Optional.of(bundle.digest()));
    }

    /** The review of a plan's JSON, in {@code file} or on standard input ({@code -}). */
    public Review ofJson(String file, List<Acknowledgement> accepted) {
        try {
            byte[] json = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
            String name = file.equals("-") ? "standard input" : file;
            return review(name, json, name, accepted, new TreeMap<>());
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read `" + file + "`",
                    "name a file with the output of `terraform show -json PLANFILE`",
                    e);
        }
    }

    private Review review(
            String file, byte[] json, String subject, List<Acknowledgement> accepted, SortedMap<String, String> own) {
        Plan plan = PlanReader.read(file, new String(json, StandardCharsets.UTF_8));
        List<AcceptedRemark> acceptances = new ArrayList<>();
        accepted.forEach(one -> acceptances.add(AcceptedRemark.ofLoss(one.address(), one.reason())));
        acceptances.addAll(AcceptedRemark.in(plan.after().variables(), today));
        return Review.of(plan, subject, file, acceptances, own);
    }
}
