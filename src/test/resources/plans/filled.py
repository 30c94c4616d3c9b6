"""Makes filled.json: what AWS and the provider fill in at an apply, out of the plans after an apply in ../seeded and ../foreign.

Ids, ARNs and addresses are left out: testing/AppliedStack makes them up. Nothing is asked of AWS.
"""

import json
import pathlib

HERE = pathlib.Path(__file__).parent
OWN = ("library", "shop", "123456789012", "-11-", "orders", "stock", "quiet", "branch", "goods", "gateway-logs", "terraform-2")


def harmless(value):
    return not any(word in json.dumps(value) for word in OWN)


def collect(values, expressions, schema, path, found):
    for name, value in values.items():
        described = schema.get(name)
        at = f"{path}.{name}" if path else name
        if described is None or value is None or "sensitive" in described:
            continue
        if name not in expressions:
            # The provider tells of an attribute that AWS does not have as an empty text, computed or not.
            if ("computed" in described or "block" in described or value == "") and value != [] and harmless(value):
                found.setdefault(at, value)
        elif "block" in described and isinstance(expressions[name], list) and isinstance(value, list):
            for block, written in zip(value, expressions[name]):
                collect(block, written, described["of"], at, found)


def resources(module):
    yield from module.get("resources", [])
    for child in module.get("child_modules", []):
        yield from resources(child)


def main():
    schemas = json.loads((HERE / "provider.json").read_text())
    found = {}
    for file in sorted(HERE.parent.glob("seeded/*.applied.json")) + sorted(HERE.parent.glob("foreign/*/applied.json")):
        plan = json.loads(file.read_text())
        written = {one["address"]: one["expressions"] for one in plan["configuration"]["root_module"]["resources"]}
        for one in resources(plan["planned_values"]["root_module"]):
            if one["mode"] == "managed" and one["type"] in schemas and one["address"] in written:
                collect(one["values"], written[one["address"]], schemas[one["type"]], "", found.setdefault(one["type"], {}))
    lines = [json.dumps(kind) + ": " + json.dumps(found[kind], sort_keys=True) for kind in sorted(found) if found[kind]]
    (HERE / "filled.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


main()
