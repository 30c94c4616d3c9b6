package dev.tollgate.model;

/** Where a user pool with a prefix of Cognito's own domain is found. */
public final class CognitoHost {

    private static final String GOV_CLOUD = "us-gov-";

    private CognitoHost() {}

    /**
     * The host's address; GovCloud has one that keeps to FIPS alone:
     * https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html
     */
    public static String url(String prefix, String region) {
        return "https://" + prefix + (isGovCloud(region) ? ".auth-fips." : ".auth.") + region + ".amazoncognito.com";
    }

    /** Whether {@code region} is one of GovCloud's, where Cognito takes no domain name of one's own. */
    public static boolean isGovCloud(String region) {
        return region.startsWith(GOV_CLOUD);
    }
}
