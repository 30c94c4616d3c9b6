package dev.tollgate.gateway.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A page of the pool's, with one form. Whatever it shows of a request is put in as text. */
final class Page {

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1b2430;--soft:#5a6675;--page:#f6f7f9;--card:#fff;--line:#8a94a2;--accent:#1f4e79}
            @media(prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#a3aebc;--page:#14181d;--card:#1d232b;--line:#69788a;--accent:#8ab8e6}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--page);color:var(--ink);font:16px/1.45 system-ui,sans-serif}
            main{max-width:24rem;margin:8vh auto 2rem;padding:1.5rem;background:var(--card);border:1px solid var(--line);border-radius:.6rem}
            h1{margin:0 0 .25rem;font-size:1.35rem}
            .about,nav{color:var(--soft);font-size:.9rem;margin:.25rem 0 1rem}
            label{display:block;font-size:.9rem;margin:.6rem 0 0}
            input{width:100%;font:inherit;padding:.45rem .5rem;border:1px solid var(--line);border-radius:.35rem;background:var(--page);color:var(--ink)}
            button,.provider{display:block;width:100%;margin:1rem 0 0;padding:.5rem;font:inherit;text-align:center;text-decoration:none;border:1px solid var(--accent);border-radius:.35rem;background:var(--accent);color:var(--card);cursor:pointer}
            .provider{background:transparent;color:var(--accent);margin:.5rem 0 0}
            nav a{margin-right:1rem;color:var(--accent)}
            :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
            [role=alert]{border-left:4px solid #a4262c;padding:.4rem .6rem;margin:.75rem 0;background:var(--page)}
            code{overflow-wrap:anywhere}
            """;

    private final String title;
    private final List<String> before = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();
    private final List<String> after = new ArrayList<>();

    Page(String title) {
        this.title = title;
    }

    Page about(String text) {
        before.add("<p class=\"about\">" + escaped(text) + "</p>");
        return this;
    }

    Page code(String text) {
        before.add("<p><code>" + escaped(text) + "</code></p>");
        return this;
    }

    Page alert(String text) {
        if (!text.isEmpty()) {
            before.add("<p role=\"alert\">" + escaped(text) + "</p>");
        }
        return this;
    }

    Page field(String label, String name, String type, String autocomplete, String value) {
        fields.add("<label>" + escaped(label) + "<input name=\"" + escaped(name) + "\" type=\"" + type
                + "\" autocomplete=\"" + autocomplete + "\" value=\"" + escaped(value) + "\" required></label>");
        return this;
    }

    Page optional(String label, String name, String value) {
        fields.add("<label>" + escaped(label) + "<input name=\"" + escaped(name) + "\" type=\"text\" value=\""
                + escaped(value) + "\"></label>");
        return this;
    }

    Page hidden(String name, String value) {
        fields.add("<input type=\"hidden\" name=\"" + escaped(name) + "\" value=\"" + escaped(value) + "\">");
        return this;
    }

    Page link(String text, String address) {
        after.add("<a href=\"" + escaped(address) + "\">" + escaped(text) + "</a>");
        return this;
    }

    Page provider(String name, String address) {
        before.add("<a class=\"provider\" href=\"" + escaped(address) + "\">Continue with " + escaped(name) + "</a>");
        return this;
    }

    /** The page without a form. */
    TokenAnswer answer(int status) {
        return answer(status, "");
    }

    /** The page with its form, whose button says {@code button}; a form may lead to {@code target} in the end. */
    TokenAnswer answer(int status, String action, String button, String target) {
        String form = "<form method=\"post\" action=\"" + escaped(action) + "\">" + String.join("", fields)
                + "<button type=\"submit\">" + escaped(button) + "</button></form>";
        return answer(status, form)
                .with("Content-Security-Policy", policy("form-action 'self'" + (target.isEmpty() ? "" : " " + target)));
    }

    private TokenAnswer answer(int status, String form) {
        String html = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + escaped(title)
                + "</title><style>" + STYLE + "</style></head><body><main><h1>" + escaped(title) + "</h1>"
                + String.join("", before) + form + (after.isEmpty() ? "" : "<nav>" + String.join("", after) + "</nav>")
                + "</main></body></html>";
        return new TokenAnswer(
                status,
                new TreeMap<>(Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Content-Security-Policy", policy("form-action 'none'"),
                        "Cache-Control", "no-store",
                        "Referrer-Policy", "same-origin",
                        "X-Content-Type-Options", "nosniff")),
                html);
    }

    private static String policy(String forms) {
        return "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; " + forms;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
