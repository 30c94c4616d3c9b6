package dev.tollgate.model;

import java.util.List;

/**
 * What a user pool that is made here offers to the people who sign in.
 *
 * @param written whether the file says anything of it; a pool of which it does not stays as earlier releases made it
 * @param triggers the functions that Cognito calls on the way
 */
public record People(
        boolean written,
        SignIn signIn,
        List<PoolAttribute> attributes,
        Contact contact,
        Safety safety,
        Triggers triggers,
        List<Group> groups,
        List<IdentityProvider> identityProviders) {

    public People {
        attributes = List.copyOf(attributes);
        groups = List.copyOf(groups);
        identityProviders = List.copyOf(identityProviders);
    }

    /** Whether the pool sends text messages: a code to a number, or a second factor. */
    public boolean needsSms(String mfa) {
        return contact.sms().isPresent()
                || contact.verified().contains("phone_number")
                || contact.recovery().contains("phone_number")
                || signIn.firstFactors().contains("SMS_OTP")
                || (!mfa.equals("OFF") && safety.mfaMethods().contains("sms"));
    }
}
