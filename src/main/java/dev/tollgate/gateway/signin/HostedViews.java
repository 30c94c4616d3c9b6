package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.PersonAttribute;
import dev.tollgate.gateway.token.PoolProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the pool's pages look: each shows its form, what {@code form} knows already, and an alert where there is one. */
final class HostedViews {

    static final String SESSION = "session";
    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String CODE = "code";
    /** Before the name of an attribute that a form asks for. */
    static final String ATTRIBUTE = "attribute.";

    private final LocalPool pool;

    HostedViews(LocalPool pool) {
        this.pool = pool;
    }

    private TokenAnswer form(
            Page page, FormBody form, AuthorizationRequest asked, Door door, String path, String button) {
        return page.hidden(FormGuard.FIELD, form.value(FormGuard.FIELD).orElse(""))
                .answer(200, address(door, path, asked), button, source(asked.redirect()));
    }

    /** The client's address as a policy names it: after the form the browser is sent there. */
    private static String source(String redirect) {
        URI uri = URI.create(redirect);
        return uri.getScheme().startsWith("http")
                ? uri.getScheme() + "://" + uri.getRawAuthority()
                : uri.getScheme() + ":";
    }

    private static String address(Door door, String path, AuthorizationRequest asked) {
        return door.base() + path + "?" + asked.query();
    }

    TokenAnswer login(AuthorizationRequest asked, FormBody form, Door door, String alert) {
        Page page = new Page("Sign in")
                .about("The sign-in page of user pool " + pool.id() + ", served by Tollgate on this machine.")
                .alert(alert);
        asked.client().pages().providers().stream()
                .filter(name -> !name.equals("COGNITO"))
                .forEach(name -> page.provider(
                        name,
                        address(door, "/idp", asked) + "&identity_provider="
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)));
        page.field(label(), USERNAME, "text", USERNAME, form.value(USERNAME).orElse(asked.hint()))
                .field("Password", PASSWORD, PASSWORD, "current-password", "")
                .link("Forgot your password?", address(door, "/forgotPassword", asked));
        if (pool.people().selfSignUp()) {
            page.link("Sign up", address(door, "/signup", asked));
        }
        return form(page, form, asked, door, "/login", "Sign in");
    }

    private String label() {
        List<String> by = pool.people().usernameAttributes();
        if (by.isEmpty()) {
            return "Username";
        }
        if (by.size() > 1) {
            return "Email or phone number";
        }
        return by.contains("email") ? "Email" : "Phone number";
    }

    TokenAnswer signUp(AuthorizationRequest asked, FormBody form, Door door, String alert) {
        Page page = new Page("Sign up").alert(alert);
        page.field(label(), USERNAME, "text", USERNAME, form.value(USERNAME).orElse(""));
        page.field("Password", PASSWORD, PASSWORD, "new-password", "");
        wanted().forEach(name -> page.field(
                name,
                ATTRIBUTE + name,
                "text",
                "off",
                form.value(ATTRIBUTE + name).orElse("")));
        page.link("Sign in", address(door, "/login", asked));
        return form(page, form, asked, door, "/signup", "Sign up");
    }

    /** What a sign-up asks for: required attributes, and addresses that the pool verifies. */
    List<String> wanted() {
        return Stream.concat(
                        pool.people().attributes().stream()
                                .filter(PersonAttribute::required)
                                .map(PersonAttribute::name),
                        pool.people().verified().stream())
                .filter(name -> !pool.people().usernameAttributes().contains(name))
                .distinct()
                .toList();
    }

    TokenAnswer confirm(AuthorizationRequest asked, FormBody form, Door door, String alert) {
        Page page = new Page("Confirm your account")
                .alert(alert)
                .hidden(USERNAME, form.value(USERNAME).orElse(""))
                .hidden(SESSION, form.value(SESSION).orElse(""))
                .field("Code", CODE, "text", "one-time-code", "")
                .link("Sign in", address(door, "/login", asked));
        return form(page, form, asked, door, "/confirmUser", "Confirm");
    }

    TokenAnswer forgot(AuthorizationRequest asked, FormBody form, Door door, String alert) {
        Page page = new Page("Forgot your password?")
                .alert(alert)
                .field(label(), USERNAME, "text", USERNAME, form.value(USERNAME).orElse(""))
                .link("Sign in", address(door, "/login", asked));
        return form(page, form, asked, door, "/forgotPassword", "Send a code");
    }

    TokenAnswer reset(AuthorizationRequest asked, FormBody form, Door door, String alert) {
        Page page = new Page("Choose a new password")
                .alert(alert)
                .hidden(USERNAME, form.value(USERNAME).orElse(""))
                .field("Code", CODE, "text", "one-time-code", "")
                .field("New password", PASSWORD, PASSWORD, "new-password", "");
        return form(page, form, asked, door, "/confirmForgotPassword", "Change the password");
    }

    TokenAnswer newPassword(AuthorizationRequest asked, FormBody form, Door door, String alert) {
        Page page = new Page("Choose your own password")
                .about("The one that you have is temporary.")
                .alert(alert)
                .hidden(SESSION, form.value(SESSION).orElse(""))
                .field("New password", PASSWORD, PASSWORD, "new-password", "");
        return form(page, form, asked, door, "/newPassword", "Go on");
    }

    TokenAnswer app(AuthorizationRequest asked, FormBody form, Door door, String alert) {
        Page page = new Page("Enter the code of your authenticator app")
                .alert(alert)
                .hidden(SESSION, form.value(SESSION).orElse(""))
                .field("Code", CODE, "text", "one-time-code", "");
        return form(page, form, asked, door, "/mfa", "Sign in");
    }

    TokenAnswer setUp(AuthorizationRequest asked, FormBody form, Door door, String alert) {
        Page page = new Page("Set up an authenticator app")
                .about("Put this key into the app, and enter the code that it shows.")
                .code(form.value("secret").orElse(""))
                .alert(alert)
                .hidden(SESSION, form.value(SESSION).orElse(""))
                .hidden("secret", form.value("secret").orElse(""))
                .field("Code", CODE, "text", "one-time-code", "");
        return form(page, form, asked, door, "/mfaSetup", "Go on");
    }

    Optional<PoolProvider> named(AuthorizationRequest asked) {
        return pool.people().providers().stream()
                .filter(one -> asked.provider().filter(one.name()::equals).isPresent())
                .findFirst();
    }

    TokenAnswer provider(AuthorizationRequest asked, FormBody form, Door door, String alert) {
        String name = asked.provider().orElse("");
        Page page = new Page("This page stands in for " + name)
                .about("Say who " + name + " would say that you are.")
                .alert(alert)
                .field(
                        "Their id at " + name,
                        "subject",
                        "text",
                        "off",
                        form.value("subject").orElse(""));
        named(asked).map(PoolProvider::attributes).orElse(List.of()).stream()
                .filter(attribute -> !attribute.equals(USERNAME))
                .forEach(attribute -> page.optional(
                        attribute,
                        ATTRIBUTE + attribute,
                        form.value(ATTRIBUTE + attribute).orElse("")));
        return form(page, form, asked, door, "/idp", "Sign in as them");
    }
}
