package dev.tollgate.gateway.site;

import dev.tollgate.gateway.engine.Call;
import dev.tollgate.gateway.engine.Header;
import dev.tollgate.gateway.engine.Reply;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** From Jetty's request to ours, and back. */
final class SiteHandler extends Handler.Abstract {

    /** One byte more than the largest body tells that it is too large; what follows is not read. */
    private static final int READ_AT_MOST = 10 * 1024 * 1024 + 1;

    private final LocalSite site;
    private final String scheme;
    private final HostNames names;

    SiteHandler(LocalSite site, String scheme, HostNames names) {
        this.site = site;
        this.scheme = scheme;
        this.names = names;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Visitor visitor = new Visitor(call(request, ""), scheme, names);
        if (site.isListening(visitor)) {
            site.events().follow(response, callback);
            return true;
        }
        ReadBody.of(request, READ_AT_MOST, body -> answer(request, body, response, callback), callback::failed);
        return true;
    }

    private void answer(Request request, String sent, Response response, Callback callback) {
        Reply reply;
        try {
            reply = site.answer(new Visitor(call(request, sent), scheme, names));
        } catch (RuntimeException e) {
            // Of a body that came later, nobody else would tell the caller.
            callback.failed(e);
            return;
        }
        response.setStatus(reply.status());
        for (Header header : reply.headers()) {
            response.getHeaders().add(header.name(), header.value());
        }
        byte[] body = reply.bytes();
        boolean bodiless = reply.status() == 204
                || reply.status() == 304
                || request.getMethod().equals("HEAD");
        response.write(true, ByteBuffer.wrap(bodiless ? new byte[0] : body), callback);
    }

    private static Call call(Request request, String body) {
        List<Header> headers = new ArrayList<>();
        for (HttpField field : request.getHeaders()) {
            headers.add(new Header(field.getName(), field.getValue() == null ? "" : field.getValue()));
        }
        String path = request.getHttpURI().getPath();
        String query = request.getHttpURI().getQuery();
        return new Call(
                request.getMethod(),
                path == null ? "/" : path,
                query == null ? "" : query,
                headers,
                body,
                Request.getRemoteAddr(request),
                Instant.now(),
                UUID.randomUUID().toString());
    }
}
