package dev.tollgate.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jgit.ignore.IgnoreNode;

/** Finds private keys, credentials, {@code .env} files and Terraform's state among the files of a package. */
final class SecretFiles {

    private static final IgnoreNode SECRETS = GitIgnore.resource("secrets.gitignore");
    private static final IgnoreNode MAY_HOLD_SECRETS = GitIgnore.resource("may-hold-secrets.gitignore");

    /** A certificate may be a {@code .pem} as well as its key: what is in it tells. */
    private static final Pattern SECRET = Pattern.compile(
            "-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----|_authToken|_password|aws_secret_access_key",
            Pattern.CASE_INSENSITIVE);

    /** No file of keys is longer. */
    private static final int LONGEST = 1 << 16;

    private SecretFiles() {}

    /** Their names in {@code contents}, sorted. */
    static List<String> in(PackageContents contents) throws IOException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Entry> entry : contents.entries().entrySet()) {
            String name = entry.getKey();
            if (!(entry.getValue() instanceof Entry.Link)
                    && (isIn(SECRETS, name) || (isIn(MAY_HOLD_SECRETS, name) && holdsSecret(entry.getValue())))) {
                found.add(name);
            }
        }
        return found;
    }

    private static boolean isIn(IgnoreNode rules, String name) {
        return Boolean.TRUE.equals(rules.checkIgnored(name, false));
    }

    private static boolean holdsSecret(Entry file) throws IOException {
        try (InputStream in = file.open()) {
            return SECRET.matcher(new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1))
                    .find();
        }
    }
}
