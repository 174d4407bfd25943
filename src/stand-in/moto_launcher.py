"""Serves moto on a free port of the loopback interface and prints {"port": N} on its standard output.

What it changes: an operation, route or service that moto does not have is answered with 501 in the protocol's own
error shape. moto itself answers an HTML page with 500 or 404, which a client retries or takes for "not found".
A crash inside moto stays a 500, in the protocol's shape, with the exception's text as its message.

Ends when its standard input ends, so it never outlives the process that started it.
"""

import io
import json
import os
import sys
import threading
from xml.sax.saxutils import escape

from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import make_server


def create_app(backend):
    app = create_backend_app(backend)
    app.config["PROPAGATE_EXCEPTIONS"] = True
    return app


class Handler(MotoRequestHandler):
    protocol_version = "HTTP/1.1"  # keep-alive
    disable_nagle_algorithm = True

    def log(self, *args, **kwargs):
        pass


def error_body(environ, code, message):
    """The error in the shape of the protocol that the request spoke: (content type, headers, body)."""
    target = environ.get("HTTP_X_AMZ_TARGET")
    content_type = environ.get("CONTENT_TYPE") or ""
    authorization = environ.get("HTTP_AUTHORIZATION") or ""
    if target:
        return content_type or "application/x-amz-json-1.1", [], json.dumps({"__type": code, "message": message})
    code, message = escape(code), escape(message)
    if content_type.startswith("application/x-www-form-urlencoded"):
        if "/ec2/aws4_request" in authorization:
            body = f"<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors><RequestID>moto</RequestID></Response>"
        else:
            body = f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>moto</RequestId></ErrorResponse>"
        return "text/xml", [], body
    if any(f"/{name}/aws4_request" in authorization for name in ("s3", "route53", "cloudfront")):
        return "application/xml", [], f"<Error><Code>{code}</Code><Message>{message}</Message><RequestId>moto</RequestId></Error>"
    return "application/json", [("x-amzn-ErrorType", code)], json.dumps({"message": message})


def answer_error(environ, start_response, status, code, message):
    content_type, headers, body = error_body(environ, code, message)
    data = b"" if environ.get("REQUEST_METHOD") == "HEAD" else body.encode()
    start_response(status, [("Content-Type", content_type), ("Content-Length", str(len(data))), *headers])
    return [data]


NOT_IMPLEMENTED = ("501 Not Implemented", "NotImplementedException")


def application(dispatcher):
    def answer(environ, start_response):
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if length:
            # Read whole: an answer that leaves bytes of its request unread breaks the kept-alive connection.
            environ["wsgi.input"] = io.BytesIO(environ["wsgi.input"].read(length))
        try:
            app = dispatcher.get_application(environ)
        except Exception as error:
            return answer_error(environ, start_response, *NOT_IMPLEMENTED, f"moto has no such service ({error!r})")
        started = {}

        def remember(status, headers, exc_info=None):
            started["status"], started["headers"] = status, headers
            return lambda data: None

        try:
            chunks = app(environ, remember)
            body = b"".join(chunks)
            if hasattr(chunks, "close"):
                chunks.close()
        except NotImplementedError as error:
            return answer_error(environ, start_response, *NOT_IMPLEMENTED, f"moto: {error}")
        except Exception as error:
            if type(error).__name__ == "OperationNotFoundError":
                return answer_error(environ, start_response, *NOT_IMPLEMENTED, f"moto: {error!r}")
            return answer_error(
                environ, start_response, "500 Internal Server Error", "InternalFailure", f"moto crashed: {error!r}"
            )
        html = body[:32].lstrip().lower().startswith(b"<!doctype html")
        if html and not environ.get("PATH_INFO", "").startswith("/moto-api") and started["status"][:3] in ("404", "405", "500", "501"):
            return answer_error(
                environ, start_response, *NOT_IMPLEMENTED, f"moto has no route for {environ['REQUEST_METHOD']} {environ['PATH_INFO']}"
            )
        if environ["REQUEST_METHOD"] != "HEAD":
            started["headers"] = [h for h in started["headers"] if h[0].lower() != "content-length"]
            started["headers"].append(("Content-Length", str(len(body))))
        start_response(started["status"], started["headers"])
        return [body]

    return answer


def end_with_parent():
    while sys.stdin.buffer.read(4096):
        pass
    os._exit(0)


def server():
    dispatcher = DomainDispatcherApplication(create_app)
    made = make_server("127.0.0.1", 0, application(dispatcher), threaded=True, request_handler=Handler)
    made.daemon_threads = True
    return made


def main():
    threading.Thread(target=end_with_parent, daemon=True).start()
    made = server()
    print(json.dumps({"port": made.server_port}), flush=True)
    made.serve_forever()


if __name__ == "__main__":
    main()
