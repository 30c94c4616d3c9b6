package dev.tollgate.gateway.site;

import dev.tollgate.gateway.engine.Call;
import dev.tollgate.gateway.engine.Header;
import dev.tollgate.gateway.engine.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
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

    SiteHandler(LocalSite site, String scheme) {
        this.site = site;
        this.scheme = scheme;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Reply reply = site.answer(call(request), scheme);
        response.setStatus(reply.status());
        for (Header header : reply.headers()) {
            response.getHeaders().add(header.name(), header.value());
        }
        byte[] body = reply.bytes();
        boolean bodiless = reply.status() == 204
                || reply.status() == 304
                || request.getMethod().equals("HEAD");
        response.write(true, ByteBuffer.wrap(bodiless ? new byte[0] : body), callback);
        return true;
    }

    private static Call call(Request request) throws IOException {
        List<Header> headers = new ArrayList<>();
        for (HttpField field : request.getHeaders()) {
            headers.add(new Header(field.getName(), field.getValue() == null ? "" : field.getValue()));
        }
        String path = request.getHttpURI().getPath();
        String query = request.getHttpURI().getQuery();
        try (InputStream content = Content.Source.asInputStream(request)) {
            return new Call(
                    request.getMethod(),
                    path == null ? "/" : path,
                    query == null ? "" : query,
                    headers,
                    new String(content.readNBytes(READ_AT_MOST), StandardCharsets.ISO_8859_1),
                    Request.getRemoteAddr(request),
                    Instant.now(),
                    UUID.randomUUID().toString());
        }
    }
}
