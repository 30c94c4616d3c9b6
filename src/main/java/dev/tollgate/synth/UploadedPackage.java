package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.s3_object.S3ObjectConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.schema.EnvironmentKeys;

/**
 * A package that Lambda fetches from a bucket, since it is too large for a request. Its key has the package's digest:
 * the next package is another object, which is there before the function changes, and the former one goes after that.
 */
final class UploadedPackage {

    private static final int MOST_TAGS = LambdaFunction.Packaged.MOST_TAGS_IN_S3;

    private UploadedPackage() {}

    /** The object in {@code bucket} that is the package {@code zip} of what is called {@code name}. */
    static Element add(Elements elements, KeyPath source, String id, String bucket, String name, Packages.Zip zip) {
        return elements.add(
                        source,
                        id,
                        S3ObjectConfig.builder()
                                .bucket(bucket)
                                .key(name + "/" + zip.digest() + ".zip")
                                .source(zip.path())
                                .build())
                .createdBeforeDestroyed()
                .demanding(
                        "try(length(" + Variable.of(EnvironmentKeys.TAGS).expression() + "), 0) <= " + MOST_TAGS,
                        "S3 takes " + MOST_TAGS + " tags of an object, and `tags` has more: the package of `" + source
                                + "` goes by way of a bucket.");
    }
}
