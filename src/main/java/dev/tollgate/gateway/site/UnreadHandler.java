package dev.tollgate.gateway.site;

import dev.tollgate.gateway.engine.Reply;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers in JSON, as the API does, where Jetty would answer with a page: to what is no request, and to failures. */
final class UnreadHandler implements Request.Handler {

    private final LocalSite site;

    UnreadHandler(LocalSite site) {
        this.site = site;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Reply reply = site.unread(status, HttpStatus.getMessage(status), reason(request));
        reply.headers().forEach(header -> response.getHeaders().add(header.name(), header.value()));
        response.write(true, ByteBuffer.wrap(reply.bytes()), callback);
        return true;
    }

    /** For the log alone: a text of Java's is not the caller's business. */
    private static String reason(Request request) {
        Object failure = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        return failure == null
                ? String.valueOf(request.getAttribute(ErrorHandler.ERROR_MESSAGE))
                : String.valueOf(failure);
    }
}
