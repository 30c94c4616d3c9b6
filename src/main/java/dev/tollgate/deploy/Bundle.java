package dev.tollgate.deploy;

import dev.tollgate.archive.Sha256;
import dev.tollgate.archive.StoredZip;
import dev.tollgate.finding.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A plan in one file: what Terraform will apply, the same as JSON for who reviews it, and what it was made of. It holds
 * what the state holds, secrets too; only its owner can read the file.
 */
public final class Bundle {

    private static final String MANIFEST = "manifest.json";
    private static final String PLAN = "plan.tfplan";
    private static final String JSON = "plan.json";
    private static final String LOCK = "terraform.lock.hcl";

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    /** Unpacked, all parts together: more than any plan has, and less than fills Java's memory. */
    private static final int LARGEST = 256 << 20;

    private final BundleManifest manifest;
    private final byte[] plan;
    private final byte[] json;
    private final String lockFile;

    private Bundle(BundleManifest manifest, byte[] plan, byte[] json, String lockFile) {
        this.manifest = manifest;
        this.plan = plan;
        this.json = json;
        this.lockFile = lockFile;
    }

    /** A bundle of the plan in {@code plan}, which says {@code json}. */
    public static Bundle of(
            String environment,
            PlanMode mode,
            boolean changes,
            byte[] plan,
            byte[] json,
            String lockFile,
            PlanInputs inputs) {
        return new Bundle(
                new BundleManifest(
                        BundleManifest.FORMAT,
                        environment,
                        mode,
                        changes,
                        Sha256.of(plan),
                        Sha256.of(json),
                        inputs,
                        List.of()),
                plan,
                json,
                lockFile);
    }

    /** Whether {@code file} is meant to be a bundle; a plan file of Terraform is a zip too. */
    public static boolean isOne(Path file) {
        return parts(file).containsKey(MANIFEST);
    }

    /** The bundle in {@code file}, whole: its parts are the ones that its manifest names. */
    public static Bundle read(Path file) {
        Map<String, byte[]> parts = parts(file);
        for (String part : List.of(MANIFEST, PLAN, JSON, LOCK)) {
            if (!parts.containsKey(part)) {
                throw damaged(file, "it has no `" + part + "`");
            }
        }
        Bundle bundle = new Bundle(
                BundleManifest.read(part(parts, MANIFEST)),
                part(parts, PLAN),
                part(parts, JSON),
                new String(part(parts, LOCK), StandardCharsets.UTF_8));
        if (!Sha256.of(bundle.plan).equals(bundle.manifest.plan())) {
            throw damaged(file, "its plan does not match its manifest");
        }
        if (!Sha256.of(bundle.json).equals(bundle.manifest.json())) {
            throw damaged(file, "its JSON does not match its manifest");
        }
        return bundle;
    }

    /** What it says of itself. */
    public BundleManifest manifest() {
        return manifest;
    }

    /** The plan as {@code terraform show -json} tells it. */
    public byte[] json() {
        return json.clone();
    }

    /** The lock file that the plan was made with. */
    public String lockFile() {
        return lockFile;
    }

    /** Whether {@code shown}, what Terraform says of the plan now, is what was reviewed. */
    public boolean says(byte[] shown) {
        return Sha256.of(shown).equals(manifest.json());
    }

    /** This bundle with the losses that were accepted. */
    public Bundle with(List<Acknowledgement> accepted) {
        return new Bundle(manifest.with(accepted), plan, json, lockFile);
    }

    /** Writes the plan alone, for Terraform. */
    public void extractPlan(Path file) {
        try {
            Files.write(file, plan);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Writes all of it aside, and moves it to {@code file}. */
    public void write(Path file) {
        Path target = file.toAbsolutePath();
        Path folder = target.resolveSibling("").normalize();
        try {
            Files.createDirectories(folder);
            Path aside =
                    Files.createTempFile(folder, ".plan-", ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try {
                Files.write(aside, zipped());
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private byte[] zipped() throws IOException {
        try (StoredZip zip = new StoredZip()) {
            zip.add(MANIFEST, manifest.text().getBytes(StandardCharsets.UTF_8));
            zip.add(JSON, json);
            zip.add(PLAN, plan);
            zip.add(LOCK, lockFile.getBytes(StandardCharsets.UTF_8));
            return zip.bytes();
        }
    }

    private static Map<String, byte[]> parts(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw damaged(file, "it is too large");
            }
            Map<String, byte[]> parts = new TreeMap<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                int left = LARGEST;
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    byte[] part = zip.readNBytes(left);
                    left -= part.length;
                    if (left == 0) {
                        throw damaged(file, "what is in it is larger than any plan");
                    }
                    if (parts.put(entry.getName(), part) != null) {
                        throw damaged(file, "it has `" + entry.getName() + "` twice");
                    }
                }
            }
            return parts;
        } catch (IllegalArgumentException e) {
            // What the JDK says to a name that is not UTF-8.
            throw damaged(file, "it has an entry without a proper name");
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read the bundle `" + file + "`: " + e.getMessage(),
                    "name a bundle from `tollgate plan`",
                    e);
        }
    }

    private static byte[] part(Map<String, byte[]> parts, String name) {
        return parts.getOrDefault(name, new byte[0]);
    }

    private static UserError damaged(Path file, String what) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "`" + file + "` is not a valid bundle: " + what,
                "run `tollgate plan` again");
    }

    private static UserError unwritable(Path file, IOException e) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "cannot write `" + file + "`: " + e.getMessage(),
                "check that the folder is writable",
                e);
    }
}
