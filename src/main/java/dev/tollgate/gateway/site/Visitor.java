package dev.tollgate.gateway.site;

import dev.tollgate.gateway.engine.Call;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose page asks. A name that leads to this machine is no proof of one (DNS rebinding), and other sites' pages can
 * send requests here, though not read the answers.
 *
 * @param scheme by which {@code call} came: {@code http} or {@code https}
 * @param names by which it may have come
 */
record Visitor(Call call, String scheme, HostNames names) {

    /** This machine, or an address written out: what a rebound name is not. */
    private static final Pattern HOST =
            Pattern.compile("((?i:localhost)|[0-9.]{7,15}|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}(:[0-9]{1,5})?");

    private Optional<String> host() {
        return call.header("Host").filter(host -> HOST.matcher(host).matches());
    }

    /** Whether the API and its pools answer. */
    boolean mayCall() {
        return names == HostNames.ANY || mayLook();
    }

    /** Whether the call comes to an address and not to somebody's name for it. */
    boolean mayLook() {
        return host().isPresent();
    }

    /** The address that the call came to: scheme, host and port. */
    String site() {
        return scheme + "://" + host().or(this::named).orElse("127.0.0.1");
    }

    /** The name that it was called by, where names count; nothing but a name and a port. */
    private Optional<String> named() {
        return call.header("Host")
                .filter(host -> names == HostNames.ANY && NAME.matcher(host).matches());
    }

    /** Whether it is no page of another site that looks, as far as the browser says. */
    boolean mayListen() {
        boolean ours = call.header("Sec-Fetch-Site")
                .map(site -> site.equals("same-origin") || site.equals("none"))
                .orElse(true);
        return mayLook() && ours && call.method().equals("GET");
    }

    /** Whether the call also comes from a page of this site. */
    boolean mayAct() {
        boolean ours = call.header("Origin").filter(site()::equals).isPresent();
        boolean sameSite = call.header("Sec-Fetch-Site")
                .map(site -> site.equals("same-origin"))
                .orElse(true);
        boolean json = call.header("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        return mayLook() && ours && sameSite && json && call.method().equals("POST");
    }
}
