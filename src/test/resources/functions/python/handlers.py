import decimal
import os
import pathlib
import subprocess
import sys
import time

count = 0


def echo(event, _context):
    return event


def counted(event, _context):
    global count
    count += 1
    if event.get("exit"):
        os._exit(1)
    if event.get("fail"):
        raise ValueError("failed")
    return {"count": count}


def nothing(_event, _context):
    pass


def thrown(_event, _context):
    raise LookupError("out of range")


def unserializable(_event, _context):
    return {"values": {1, 2}}


def infinite(_event, _context):
    return float("nan")


def number(_event, _context):
    return [decimal.Decimal("3"), decimal.Decimal("2.5")]


def large(event, _context):
    return "x" * event["size"]


def leave(event, _context):
    sys.exit(event["code"])


def exit(event, _context):
    os._exit(event["code"])


def hang(event, _context):
    if event.get("pid"):
        print("pid", os.getpid())
    while True:
        pass


def pid(_event, _context):
    print("pid", os.getpid())


def memory(_event, _context):
    return len(bytearray(1 << 30))


def printed(_event, _context):
    print("to stdout")
    print("to stderr", file=sys.stderr)
    subprocess.run(["echo", "from a child"], check=True)
    os.write(1, b'A\x00\x00\x00\x02"x"\x1b[31mred\n')
    return "printed"


def starts_another(_event, _context):
    print("pid", subprocess.Popen(["sleep", "600"]).pid, flush=True)
    return "started"


def meddles(_event, _context):
    os.write(3, b"not a frame")
    while True:
        pass


def environment(_event, _context):
    return dict(os.environ)


def context(_event, context):
    names = [name for name in dir(context) if not name.startswith("_") and name != "get_remaining_time_in_millis"]
    return {**{name: getattr(context, name) for name in names}, "remaining": context.get_remaining_time_in_millis()}


def together(event, _context):
    folder = pathlib.Path(event["folder"])
    (folder / event["name"]).touch()
    while not (folder / event["other"]).exists():
        time.sleep(0.005)
    return os.getpid()
