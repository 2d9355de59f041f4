package io.muster.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Error responses of the server itself, before routing: malformed HTTP, oversized headers, or a service that is
 * stopping.
 */
final class ErrorAnswers implements Request.Handler {

    private final String service;

    ErrorAnswers(String service) {
        this.service = service;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        boolean stopping = status == HttpStatus.SERVICE_UNAVAILABLE_503;
        String detail = stopping
                ? "the " + service + " is stopping; send the request again later, or to another instance"
                : "the request is invalid: " + HttpStatus.getMessage(status);
        if (stopping) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        Reply problem = Reply.problem(status, detail);
        byte[] json = problem.body().getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, problem.contentType());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
        response.write(true, ByteBuffer.wrap(json), callback);
        return true;
    }
}
