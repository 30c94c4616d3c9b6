/* Lambda's own runtime in C: asks the Runtime API for events, and answers each with the same. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

static char host[64], text[1 << 20];

static int connected(void) {
    char name[64];
    strncpy(name, host, sizeof name - 1);
    name[sizeof name - 1] = 0;
    char *colon = strchr(name, ':');
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(atoi(colon + 1))};
    *colon = 0;
    inet_pton(AF_INET, name, &to.sin_addr);
    int s = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(s, (struct sockaddr *)&to, sizeof to)) exit(1);
    return s;
}

/* Sends a request, and reads until the head of the answer is there. */
static void ask(const char *request) {
    int s = connected();
    if (write(s, request, strlen(request)) < 0) exit(1);
    size_t got = 0;
    text[0] = 0;
    while (!strstr(text, "\r\n\r\n")) {
        ssize_t more = read(s, text + got, sizeof text - 1 - got);
        if (more <= 0) exit(1);
        text[got += more] = 0;
    }
    close(s);
}

int main(void) {
    static const char answer[] = "{\"statusCode\":200,\"body\":\"c\"}";
    strncpy(host, getenv("AWS_LAMBDA_RUNTIME_API"), sizeof host - 1);
    for (;;) {
        char request[1024], id[64] = "";
        snprintf(request, sizeof request, "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: %s\r\n\r\n", host);
        ask(request);
        char *found = strcasestr(text, "Lambda-Runtime-Aws-Request-Id: ");
        if (!found || sscanf(strchr(found, ':') + 1, " %63s", id) != 1) exit(1);
        snprintf(request, sizeof request,
                 "POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\r\nHost: %s\r\nContent-Length: %zu\r\n\r\n%s",
                 id, host, sizeof answer - 1, answer);
        ask(request);
    }
}
