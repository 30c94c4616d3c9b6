# Runs one Lambda handler. Events come on descriptor 4 and answers leave on 3; the handler's own output cannot mix in.
import decimal, importlib, json, os, resource, signal, struct, sys, threading, time, traceback

MAX_RESPONSE = 6291556
EVENTS, ANSWERS = 4, 3


def end():
    # Where it leads a group, all that the handler has started ends with it.
    if os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)


def watch(parent):
    # The parent's end closes descriptor 4; this is for a handler that is too busy to notice.
    while os.getppid() == parent:
        time.sleep(0.5)
    end()


def limit_memory(megabytes):
    # What a process may write to; a limit of the address space would count what is only reserved.
    try:
        resource.setrlimit(resource.RLIMIT_DATA, (megabytes << 20, megabytes << 20))
    except (OSError, ValueError):
        pass


def send(kind, body=b""):
    rest = memoryview(struct.pack(">cI", kind, len(body)) + body)
    while rest:
        try:
            rest = rest[os.write(ANSWERS, rest):]
        except BrokenPipeError:
            end()


def received(size):
    parts = []
    while size:
        part = os.read(EVENTS, min(size, 1 << 20))
        if not part:
            end()
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def frame():
    return received(struct.unpack(">I", received(4))[0])


def described(kind, message, error=None):
    trace = traceback.format_tb(error.__traceback__) if error else []
    lines = [line.rstrip("\n") for line in trace if '"<string>"' not in line]
    return json.dumps({"type": kind, "message": message, "trace": lines}).encode()


def loaded(name):
    module, dot, function = name.rpartition(".")
    module = module.replace("/", ".")
    if not dot or not module:
        raise Refused("Runtime.MalformedHandlerName", f"Bad handler '{name}': not enough values to unpack (expected 2, got 1)")
    try:
        found = importlib.import_module(module)
    except ImportError as e:
        raise Refused("Runtime.ImportModuleError", f"Unable to import module '{module}': {e}") from e
    except SyntaxError as e:
        raise Refused("Runtime.UserCodeSyntaxError", f"Syntax error in module '{module}': {e}") from e
    if not hasattr(found, function):
        raise Refused("Runtime.HandlerNotFound", f"Handler '{function}' missing on module '{module}'")
    return getattr(found, function)


class Refused(Exception):
    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind


class Context:
    client_context = None
    identity = None

    def __init__(self, header):
        self._deadline = time.monotonic() + header["millis"] / 1000
        self.aws_request_id = header["requestId"]
        self.invoked_function_arn = header["arn"]
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]

    def get_remaining_time_in_millis(self):
        return max(0, int((self._deadline - time.monotonic()) * 1000))


def plain(value):
    # Lambda's own runtime takes what DynamoDB gives for a number.
    if isinstance(value, decimal.Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


def marshalled(value):
    try:
        return json.dumps(value, default=plain, ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, ValueError, RecursionError) as e:
        raise Refused("Runtime.MarshalError", f"Unable to marshal response: {e}") from e


def answered(handler):
    header = json.loads(frame())
    event = frame()
    send(b"B")
    try:
        body = marshalled(handler(json.loads(event), Context(header)))
    except Refused as e:
        return send(b"E", described(e.kind, str(e)))
    except Exception as e:
        return send(b"E", described(type(e).__name__, str(e), e))
    if len(body) > MAX_RESPONSE:
        message = f"Response payload size exceeded maximum allowed payload size ({MAX_RESPONSE} bytes)."
        return send(b"E", described("Function.ResponseSizeTooLarge", message))
    send(b"A", body)


def debugged(port):
    # What a debugger needs beside the function counts for no limit of memory.
    import debugpy

    # An adapter beside this process would keep the port for as long as somebody is attached.
    debugpy.listen(("127.0.0.1", port), in_process_debug_adapter=True)


def main():
    for descriptor in (EVENTS, ANSWERS):
        os.set_inheritable(descriptor, False)
    # Ctrl-C on the terminal reaches this process, too; nobody needs its stack.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.path[0] = os.getcwd()
    threading.stack_size(256 * 1024)
    threading.Thread(target=watch, args=(os.getppid(),), daemon=True).start()
    threading.stack_size(0)
    if sys.argv[1:]:
        debugged(int(sys.argv[1]))
    else:
        limit_memory(int(os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]))
    try:
        handler = loaded(os.environ["_HANDLER"])
    except Refused as e:
        send(b"I", described(e.kind, str(e), e.__cause__))
        sys.exit(1)
    except Exception as e:
        send(b"I", described(type(e).__name__, str(e), e))
        sys.exit(1)
    send(b"R")
    while True:
        answered(handler)


main()
