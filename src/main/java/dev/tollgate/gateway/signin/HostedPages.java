package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.PoolProvider;
import dev.tollgate.gateway.token.RandomText;
import dev.tollgate.gateway.token.SignedIn;
import dev.tollgate.gateway.token.TokenIssuer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The pool's pages in a browser, from {@code /oauth2/authorize} until the client gets its code. */
final class HostedPages {

    private final LocalPool pool;
    private final HostedViews views;
    private final SignInSteps signIn;
    private final Accounts accounts;
    private final FederatedSignIn federation;
    private final GivenTokens tokens;
    private final AuthorizationCodes codes;
    private final BrowserSessions browsers;
    private final FormGuard guard;
    private final SecureRandom random;
    private final Clock clock;

    HostedPages(
            LocalPool pool,
            SignInSteps signIn,
            Accounts accounts,
            FederatedSignIn federation,
            GivenTokens tokens,
            AuthorizationCodes codes,
            BrowserSessions browsers,
            FormGuard guard,
            SecureRandom random,
            Clock clock) {
        this.pool = pool;
        this.views = new HostedViews(pool);
        this.signIn = signIn;
        this.accounts = accounts;
        this.federation = federation;
        this.tokens = tokens;
        this.codes = codes;
        this.browsers = browsers;
        this.guard = guard;
        this.random = random;
        this.clock = clock;
    }

    /** What a page does with its form. */
    private interface Action {
        TokenAnswer of(AuthorizationRequest asked, FormBody form, Door door) throws CognitoRefusal;
    }

    /** What a page shows before anything is sent, and after something was refused. */
    private interface View {
        TokenAnswer of(AuthorizationRequest asked, FormBody form, Door door, String alert);
    }

    /** A page: how it looks, and what it does. */
    private record Form(View view, Action action) {}

    private Map<String, Form> forms() {
        return Map.of(
                "/login", new Form(views::login, this::login),
                "/signup", new Form(views::signUp, this::signUp),
                "/confirmUser", new Form(views::confirm, this::confirm),
                "/forgotPassword", new Form(views::forgot, this::forgot),
                "/confirmForgotPassword", new Form(views::reset, this::reset),
                "/newPassword", new Form(views::newPassword, this::newPassword),
                "/mfa", new Form(views::app, this::app),
                "/mfaSetup", new Form(views::setUp, this::setUp),
                "/idp", new Form(views::provider, this::provider));
    }

    Optional<TokenAnswer> answer(TokenRequest request, Door door) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        if (request.path().equals("/error") && reads) {
            return Optional.of(error(request));
        }
        if (request.path().equals("/oauth2/authorize")) {
            return Optional.of(
                    reads ? asked(request, door, asked -> authorize(asked, request, door)) : notAllowed("GET"));
        }
        Form form = forms().get(request.path());
        if (form == null) {
            return Optional.empty();
        }
        if (reads) {
            return Optional.of(asked(request, door, asked -> shown(request, form, asked, door)));
        }
        return Optional.of(
                request.method().equals("POST")
                        ? asked(request, door, asked -> sent(request, form, asked, door))
                        : notAllowed("GET, POST"));
    }

    private static TokenAnswer notAllowed(String methods) {
        return new TokenAnswer(405, new TreeMap<>(), "").with("Allow", methods);
    }

    /** What to do with a request that is whole. */
    private interface Then {
        TokenAnswer of(AuthorizationRequest asked);
    }

    private TokenAnswer asked(TokenRequest request, Door door, Then then) {
        try {
            return then.of(AuthorizationRequest.of(request, pool));
        } catch (AuthorizationRequest.Unanswerable e) {
            return TokenAnswer.redirect(door.base() + "/error?error=" + encoded(e.error()));
        } catch (AuthorizationRequest.Refused e) {
            return TokenAnswer.redirect(e.address());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static TokenAnswer error(TokenRequest request) {
        String error = "";
        try {
            error = FormBody.query(request).value("error").orElse("");
        } catch (OAuthRefusal e) {
            error = e.error();
        }
        String known = error.matches("[A-Za-z0-9_. ]{1,100}") ? error : "invalid_request";
        return new Page("An error was encountered with the requested page")
                .alert(known)
                .answer(400);
    }

    private TokenAnswer authorize(AuthorizationRequest asked, TokenRequest request, Door door) {
        String prompt = asked.prompt().orElse("");
        boolean anew = prompt.equals("login") || prompt.equals("select_account");
        Optional<BrowserSessions.Session> session = anew ? Optional.empty() : browsers.find(request);
        Optional<PoolAccount> account = session.flatMap(known -> signIn.known(known.subject()));
        if (account.isPresent()) {
            return completed(asked, account.get(), session.orElseThrow().authTime(), door, "HostedAuth");
        }
        if (prompt.equals("none")) {
            return TokenAnswer.redirect(asked.failed("login_required", ""));
        }
        boolean elsewhere =
                asked.provider().filter(name -> !name.equals("COGNITO")).isPresent();
        return TokenAnswer.redirect(door.base() + (elsewhere ? "/idp?" : "/login?") + request.query());
    }

    private TokenAnswer shown(TokenRequest request, Form form, AuthorizationRequest asked, Door door) {
        String cookie = guard.cookie(request);
        return form.view()
                .of(asked, FormBody.of(Map.of(FormGuard.FIELD, guard.proof(cookie))), door, "")
                .with("Set-Cookie", cookie(FormGuard.COOKIE, cookie, door));
    }

    private TokenAnswer sent(TokenRequest request, Form form, AuthorizationRequest asked, Door door) {
        FormBody body;
        try {
            body = FormBody.of(request);
        } catch (OAuthRefusal e) {
            return TokenAnswer.redirect(door.base() + "/error?error=" + e.error());
        }
        if (!guard.isOurs(request, body, door)) {
            return new Page("This form is not from here")
                    .alert("It was sent from another site, or is too old.")
                    .link("Sign in", door.base() + "/login?" + request.query())
                    .answer(403);
        }
        try {
            return form.action().of(asked, body, door);
        } catch (CognitoRefusal e) {
            return form.view().of(asked, body, door, e.text());
        }
    }

    private String cookie(String name, String value, Door door) {
        return name + "=" + value + "; Path=" + cookiePath(door) + "; HttpOnly; SameSite=Lax"
                + (door.base().startsWith("https:") ? "; Secure" : "");
    }

    /** Both doors are one site to a browser. */
    private String cookiePath(Door door) {
        String path = Optional.ofNullable(URI.create(door.base()).getPath()).orElse("");
        String own = "/" + pool.id();
        boolean second = path.endsWith(own + own);
        String root = second ? path.substring(0, path.length() - own.length()) : path;
        return root.isEmpty() ? "/" : root;
    }

    private TokenAnswer login(AuthorizationRequest asked, FormBody form, Door door) throws CognitoRefusal {
        String username = form.value(HostedViews.USERNAME).orElse("");
        try {
            return next(
                    asked,
                    form,
                    signIn.password(
                            asked.client(),
                            username,
                            form.value(HostedViews.PASSWORD).orElse(""),
                            MissingNode.getInstance()),
                    door);
        } catch (CognitoRefusal e) {
            if (e.type().equals("UserNotConfirmedException")) {
                accounts.resend(asked.client(), username);
                return views.confirm(asked, form, door, "Your account is not confirmed: a new code is on its way.");
            }
            throw e;
        }
    }

    private TokenAnswer signUp(AuthorizationRequest asked, FormBody form, Door door) throws CognitoRefusal {
        SortedMap<String, String> attributes = new TreeMap<>();
        views.wanted().forEach(name -> form.value(HostedViews.ATTRIBUTE + name)
                .ifPresent(value -> attributes.put(name, value)));
        String username = form.value(HostedViews.USERNAME).orElse("");
        String password = form.value(HostedViews.PASSWORD).orElse("");
        Accounts.SignedUp made = accounts.signUp(
                asked.client(), username, password, attributes, MissingNode.getInstance(), MissingNode.getInstance());
        if (made.account().status() == PoolAccount.Status.CONFIRMED) {
            return login(asked, form, door);
        }
        String session = signIn.awaitCode(asked.client(), made.account());
        return views.confirm(
                asked,
                form.with(HostedViews.SESSION, session),
                door,
                made.delivery().map(HostedPages::told).orElse(""));
    }

    private static String told(Delivery delivery) {
        return "A code went to " + delivery.masked() + ": it stands where `tollgate serve` runs.";
    }

    private TokenAnswer confirm(AuthorizationRequest asked, FormBody form, Door door) throws CognitoRefusal {
        accounts.confirm(
                asked.client(),
                form.value(HostedViews.USERNAME).orElse(""),
                form.value(HostedViews.CODE).orElse(""));
        Optional<String> session = form.value(HostedViews.SESSION);
        if (session.isEmpty()) {
            return views.login(asked, form, door, "Your account is confirmed: sign in.");
        }
        try {
            return next(asked, form, signIn.afterCode(asked.client(), session.get()), door);
        } catch (CognitoRefusal e) {
            return views.login(asked, form, door, "Your account is confirmed: sign in.");
        }
    }

    private TokenAnswer forgot(AuthorizationRequest asked, FormBody form, Door door) throws CognitoRefusal {
        Delivery delivery =
                accounts.forgot(asked.client(), form.value(HostedViews.USERNAME).orElse(""));
        return views.reset(asked, form, door, told(delivery));
    }

    private TokenAnswer reset(AuthorizationRequest asked, FormBody form, Door door) throws CognitoRefusal {
        accounts.reset(
                asked.client(),
                form.value(HostedViews.USERNAME).orElse(""),
                form.value(HostedViews.CODE).orElse(""),
                form.value(HostedViews.PASSWORD).orElse(""));
        return views.login(asked, form, door, "Your password is changed: sign in.");
    }

    private TokenAnswer newPassword(AuthorizationRequest asked, FormBody form, Door door) throws CognitoRefusal {
        return next(
                asked,
                form,
                answered(asked, form, "NEW_PASSWORD_REQUIRED", "NEW_PASSWORD", HostedViews.PASSWORD),
                door);
    }

    private SignInSteps.Step answered(
            AuthorizationRequest asked, FormBody form, String challenge, String answer, String field)
            throws CognitoRefusal {
        return signIn.respond(
                asked.client(),
                challenge,
                form.value(HostedViews.SESSION).orElse(""),
                new TreeMap<>(Map.of(answer, form.value(field).orElse(""))));
    }

    private TokenAnswer app(AuthorizationRequest asked, FormBody form, Door door) throws CognitoRefusal {
        return next(
                asked,
                form,
                answered(asked, form, "SOFTWARE_TOKEN_MFA", "SOFTWARE_TOKEN_MFA_CODE", HostedViews.CODE),
                door);
    }

    private TokenAnswer setUp(AuthorizationRequest asked, FormBody form, Door door) throws CognitoRefusal {
        String session = signIn.confirmApp(
                form.value(HostedViews.SESSION).orElse(""),
                form.value(HostedViews.CODE).orElse(""));
        return next(asked, form, signIn.respond(asked.client(), "MFA_SETUP", session, new TreeMap<>()), door);
    }

    private TokenAnswer provider(AuthorizationRequest asked, FormBody form, Door door) throws CognitoRefusal {
        PoolProvider provider = views.named(asked)
                .orElseThrow(() -> CognitoRefusal.parameter("the client takes no such identity provider"));
        SortedMap<String, String> attributes = new TreeMap<>();
        provider.attributes().forEach(name -> form.value(HostedViews.ATTRIBUTE + name)
                .ifPresent(value -> attributes.put(name, value)));
        PoolAccount account = federation.signedIn(
                asked.client(), provider, form.value("subject").orElse(""), attributes);
        return entered(asked, account, door, "HostedAuth");
    }

    private TokenAnswer next(AuthorizationRequest asked, FormBody form, SignInSteps.Step step, Door door)
            throws CognitoRefusal {
        if (step instanceof SignInSteps.Step.Done done) {
            return entered(asked, done.account(), door, "HostedAuth");
        }
        SignInSteps.Step.Asked more = (SignInSteps.Step.Asked) step;
        FormBody with = form.with(HostedViews.SESSION, more.session().orElse(""));
        return switch (more.challenge()) {
            case "NEW_PASSWORD_REQUIRED" -> views.newPassword(asked, with, door, "");
            case "SOFTWARE_TOKEN_MFA" -> views.app(asked, with, door, "");
            case "MFA_SETUP" -> {
                SignInSteps.Associated app = signIn.associate(more.session().orElse(""));
                yield views.setUp(
                        asked, form.with(HostedViews.SESSION, app.session()).with("secret", app.secret()), door, "");
            }
            default -> throw CognitoRefusal.parameter(more.challenge() + " has no page here");
        };
    }

    /** A new browser session, whatever cookie there was before. */
    private TokenAnswer entered(AuthorizationRequest asked, PoolAccount account, Door door, String source) {
        String id = browsers.open(account.subject());
        return completed(asked, account, clock.instant().getEpochSecond(), door, source)
                .with("Set-Cookie", cookie(BrowserSessions.COOKIE, id, door));
    }

    private TokenAnswer completed(
            AuthorizationRequest asked, PoolAccount account, long authTime, Door door, String source) {
        SignedIn signedIn = new SignedIn(
                door.issuer(),
                authTime,
                RandomText.uuid(random),
                RandomText.uuid(random),
                asked.scopes(),
                true,
                asked.nonce());
        if (!asked.implicit()) {
            String code = codes.issue(asked, account.subject(), signedIn);
            return TokenAnswer.redirect(asked.answered(new TreeMap<>(Map.of(HostedViews.CODE, code))));
        }
        try {
            TokenIssuer.Pair pair = tokens.pair(asked.client(), account, signedIn, source);
            SortedMap<String, String> answer = new TreeMap<>(Map.of(
                    "access_token", pair.access(),
                    "token_type", "bearer",
                    "expires_in", String.valueOf(asked.client().lives().access())));
            pair.identity().ifPresent(id -> answer.put("id_token", id));
            return TokenAnswer.redirect(asked.answered(answer));
        } catch (CognitoRefusal e) {
            return TokenAnswer.redirect(asked.failed("invalid_request", e.text()));
        }
    }

    /** {@code /logout}: to one of the client's addresses, or to its sign-in page, and nowhere else. */
    TokenAnswer logout(TokenRequest request, Door door) {
        FormBody query;
        try {
            query = FormBody.query(request);
        } catch (OAuthRefusal e) {
            return TokenAnswer.redirect(door.base() + "/error?error=" + e.error());
        }
        Optional<LocalClient> client = query.value("client_id").flatMap(pool::client);
        Optional<String> to = query.value("logout_uri");
        boolean known = client.isPresent()
                && (to.isPresent()
                        ? client.get().pages().logouts().contains(to.get())
                        : query.value("redirect_uri")
                                        .filter(client.get().pages().callbacks()::contains)
                                        .isPresent()
                                && query.value("response_type").isPresent());
        if (!known) {
            String error = client.isEmpty() ? "Required parameters missing" : "redirect_mismatch";
            return TokenAnswer.redirect(door.base() + "/error?error=" + encoded(error));
        }
        browsers.end(request);
        return TokenAnswer.redirect(to.orElseGet(() -> door.base() + "/login?" + request.query()))
                .with("Set-Cookie", cookie(BrowserSessions.COOKIE, "", door) + "; Max-Age=0");
    }
}
