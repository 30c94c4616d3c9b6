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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What was reviewed, in one file: a plan as JSON, its review, and digests of what it was made of. There is nothing to
 * apply in it, and no value that Terraform knows as a secret; all else of the state is, so only its owner can read it.
 */
public final class Bundle {

    private static final String MANIFEST = "manifest.json";
    private static final String JSON = "plan.json";
    private static final String REVIEW = "review.json";
    private static final String LOCK = "terraform.lock.hcl";

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    /** Unpacked, all parts together: more than any plan has, and less than fills Java's memory. */
    private static final int LARGEST = 256 << 20;

    private final BundleManifest manifest;
    private final byte[] json;
    private final byte[] review;
    private final String lockFile;

    private Bundle(BundleManifest manifest, byte[] json, byte[] review, String lockFile) {
        this.manifest = manifest;
        this.json = json;
        this.review = review;
        this.lockFile = lockFile;
    }

    /** A bundle of the plan {@code json}, which has no secrets any more. Its review is put in when there is one. */
    public static Bundle of(
            String environment,
            PlanMode mode,
            boolean changes,
            byte[] json,
            String lockFile,
            PlanInputs inputs,
            SortedMap<String, String> own) {
        return new Bundle(
                new BundleManifest(BundleManifest.FORMAT, environment, mode, changes, inputs, own, List.of()),
                json,
                new byte[0],
                lockFile);
    }

    /** Whether {@code file} is meant to be a bundle; a plan file of Terraform is a zip too. */
    public static boolean isOne(Path file) {
        return parts(file, content(file)).containsKey(MANIFEST);
    }

    /** The bundle in {@code file}, whole and nothing besides, so that its digest is the file's. */
    public static Bundle read(Path file) {
        byte[] content = content(file);
        Bundle bundle = read(file, content);
        if (!Arrays.equals(bundle.bytes(), content)) {
            throw damaged(file, "it is not as `tollgate plan` writes one");
        }
        return bundle;
    }

    private static Bundle read(Path file, byte[] content) {
        Map<String, byte[]> parts = parts(file, content);
        if (!parts.containsKey(MANIFEST)) {
            throw damaged(file, "it has no `" + MANIFEST + "`");
        }
        BundleManifest manifest = BundleManifest.read(part(parts, MANIFEST));
        for (String part : List.of(JSON, REVIEW, LOCK)) {
            if (!parts.containsKey(part)) {
                throw damaged(file, "it has no `" + part + "`");
            }
        }
        return new Bundle(
                manifest,
                part(parts, JSON),
                part(parts, REVIEW),
                new String(part(parts, LOCK), StandardCharsets.UTF_8));
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

    /** The review that goes with it, as JSON. */
    public byte[] review() {
        return review.clone();
    }

    /** This bundle with its review. */
    public Bundle reviewed(byte[] told) {
        return new Bundle(manifest, json, told, lockFile);
    }

    /** This bundle with the losses that were accepted. */
    public Bundle with(List<Acknowledgement> accepted) {
        return new Bundle(manifest.with(accepted), json, review, lockFile);
    }

    /** The SHA-256 of the file that it is written as. */
    public String digest() {
        return Sha256.of(bytes());
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
                Files.write(aside, bytes());
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private byte[] bytes() {
        try (StoredZip zip = new StoredZip()) {
            zip.add(MANIFEST, manifest.text().getBytes(StandardCharsets.UTF_8));
            zip.add(JSON, json);
            zip.add(REVIEW, review);
            zip.add(LOCK, lockFile.getBytes(StandardCharsets.UTF_8));
            return zip.bytes();
        } catch (IOException e) {
            throw new IllegalStateException("memory is always there to be written to", e);
        }
    }

    private static byte[] content(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw damaged(file, "it is too large");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Map<String, byte[]> parts(Path file, byte[] content) {
        try {
            Map<String, byte[]> parts = new TreeMap<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
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
            throw unreadable(file, e);
        }
    }

    private static UserError unreadable(Path file, IOException e) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "cannot read the bundle `" + file + "`: " + e.getMessage(),
                "name a bundle from `tollgate plan`",
                e);
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
