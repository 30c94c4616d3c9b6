#!/usr/bin/env python3
"""moto's AWS emulator for Tollgate's tests (skeleton)."""
import json, os, signal, sys, threading
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
os.environ["MOTO_ACM_VALIDATION_WAIT"] = "0"
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server
server = make_server("127.0.0.1", 0, DomainDispatcherApplication(create_backend_app), threaded=True)
os.environ["MOTO_PORT"] = str(server.port)
print(json.dumps({"url": f"http://127.0.0.1:{server.port}"}), flush=True)
server.serve_forever()
