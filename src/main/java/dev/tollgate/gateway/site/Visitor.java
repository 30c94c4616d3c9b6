package dev.tollgate.gateway.site;

import dev.tollgate.gateway.engine.Call;
import java.util.regex.Pattern;

/**
 * Whose page asks. A name that leads to this machine is no proof of one (DNS rebinding), and other sites' pages can
 * send requests here, though not read the answers.
 */
final class Visitor {

    /** This machine, or an address written out: what a rebound name is not. */
    private static final Pattern HOST = Pattern.compile("(localhost|[0-9.]{7,15}|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?");

    private Visitor() {}

    /** Whether {@code call} comes to an address and not to somebody's name for it. */
    static boolean mayLook(Call call) {
        return call.header("Host").filter(host -> HOST.matcher(host).matches()).isPresent();
    }

    /** Whether {@code call} also comes from a page of this site. */
    static boolean mayAct(Call call) {
        boolean ours = call.header("Origin").equals(call.header("Host").map(host -> "http://" + host));
        boolean sameSite = call.header("Sec-Fetch-Site")
                .map(site -> site.equals("same-origin"))
                .orElse(true);
        boolean json = call.header("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        return mayLook(call) && ours && sameSite && json && call.method().equals("POST");
    }
}
