package dev.tollgate.model;

import java.util.List;
import java.util.Optional;

/**
 * What keeps others out of people's accounts.
 *
 * @param passwordRequires kinds of characters
 * @param passwordHistory how many former passwords nobody may use again
 * @param mfaMethods what the second factor may be, where there is one
 * @param threatProtection {@code OFF}, {@code AUDIT} or {@code ENFORCED}
 * @param tier the feature plan
 */
public record Safety(
        List<String> passwordRequires,
        int passwordTemporaryDays,
        int passwordHistory,
        List<String> mfaMethods,
        Optional<Devices> devices,
        String threatProtection,
        String tier) {

    public Safety {
        passwordRequires = List.copyOf(passwordRequires);
        mfaMethods = List.copyOf(mfaMethods);
    }

    /** What a device that people signed in from is good for, in Cognito's own words. */
    public record Devices(boolean challengeRequiredOnNewDevice, boolean deviceOnlyRememberedOnUserPrompt) {}

    /** Whether sign-ins are watched. */
    public boolean isThreatProtected() {
        return !threatProtection.equals("OFF");
    }
}
