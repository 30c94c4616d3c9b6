package dev.tollgate.gateway.site;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: headers keep their case and paths stay as they are sent, as API Gateway hands both on. */
public final class GatewayServer implements AutoCloseable {

    /** https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
    private static final int LARGEST_HEADERS = 10_240;

    /** As many functions as run at once in an account: a call that waits for one holds a thread. */
    private static final int THREADS = 1_024;

    private static final int IDLE_MILLIS = 35_000;

    private final Server server;
    private final ServerConnector connector;
    private final String scheme;

    /** Listens at once; port 0 takes a free one. With a {@code certificate} it speaks TLS, and nothing else. */
    public GatewayServer(String bind, int port, LocalSite site, Optional<LocalCertificate> certificate) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("gateway");
        threads.setDaemon(true);
        this.server = new Server(threads);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setHttpCompliance(HttpCompliance.RFC9110);
        configuration.setHeaderCacheCaseSensitive(true);
        configuration.setRequestHeaderSize(LARGEST_HEADERS + 8_192);
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        this.scheme = certificate.isPresent() ? "https" : "http";
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        this.connector = certificate
                .map(own -> new ServerConnector(server, new SslConnectionFactory(own.tls(), http.getProtocol()), http))
                .orElseGet(() -> new ServerConnector(server, http));
        connector.setHost(bind);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(new SiteHandler(site, scheme, HostNames.at(bind)));
        server.setErrorHandler(new UnreadHandler(site));
        start(bind, port);
    }

    private void start(String bind, int port) {
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot listen on " + bind + ":" + port + ": " + e.getMessage(),
                    "choose another `--port`, or 0 for a free one",
                    e);
        } catch (Exception e) {
            throw new IllegalStateException("the server does not start", e);
        }
    }

    /** Where it is served. */
    public URI address() {
        String host = connector.getHost().contains(":") ? "[" + connector.getHost() + "]" : connector.getHost();
        return URI.create(scheme + "://" + host + ":" + connector.getLocalPort());
    }

    /** Waits until the server is stopped. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop", e);
        }
    }
}
