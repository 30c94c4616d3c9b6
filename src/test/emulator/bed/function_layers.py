"""Layers of Lambda's functions."""

import base64
import io
import re
import zipfile

from moto.awslambda import models as functions

from bed.common import before, refuse

INVALID = "InvalidParameterValueException"
MOST = 5
UNPACKED = 262_144_000


def layers_fit() -> None:
    """AWS: a version of a layer takes 50 MB with a request and 250 MB unpacked; a function has five layers of its region at
    most, one version of each, and is smaller than 250 MB together with them; what is deleted stays with functions that
    have it, and no other gets it (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html,
    adding-layers.html, .../api/API_DeleteLayerVersion.html; wording from memory).
    moto: looks for the name and the version only."""

    @before(functions.LambdaBackend, "publish_layer_version")
    def published(self, given) -> None:
        packed = base64.b64decode(given.spec.get("Content", {}).get("ZipFile") or "")
        if len(packed) > 50 * 2**20:
            refuse("RequestEntityTooLargeException", "Request must be smaller than 70167211 bytes", 413)
        if zipfile.is_zipfile(io.BytesIO(packed)) and not zipfile.ZipFile(io.BytesIO(packed)).namelist():
            refuse(INVALID, "Uploaded file must be a non-empty zip")
        if unpacked(packed) >= UNPACKED:
            refuse(INVALID, f"Unzipped size must be smaller than {UNPACKED} bytes")

    @before(functions.LambdaBackend, "create_function")
    def created(self, given) -> None:
        code = base64.b64decode(given.spec.get("Code", {}).get("ZipFile") or "")
        check(self, given.spec.get("Layers") or [], code)

    @before(functions.LambdaBackend, "update_function_configuration")
    def configured(self, given) -> None:
        if "Layers" in given.body:
            check(self, given.body["Layers"], self.get_function(given.function_name, given.qualifier).code_bytes)

    @before(functions.LambdaBackend, "update_function_code")
    def coded(self, given) -> None:
        code = base64.b64decode(given.body.get("ZipFile") or "")
        weigh(self, [layer["Arn"] for layer in self.get_function(given.function_name, given.qualifier).layers], code)

    def check(backend, layers: list[str], code: bytes) -> None:
        if len(layers) > MOST:
            refuse(INVALID, f"Layers consumed must be {MOST} or fewer")
        for arn in layers:
            if f":{backend.region_name}:" not in arn:
                refuse(INVALID, f"Layer version {arn} is not in the region of the function: {backend.region_name}")
        if len({arn.rpartition(":")[0] for arn in layers}) < len(layers):
            refuse(
                INVALID,
                "Two different versions of the same layer are not allowed to be referenced in the same function.",
            )
        weigh(backend, layers, code)

    def weigh(backend, layers: list[str], code: bytes) -> None:
        known = [backend.layers_versions_by_arn(arn) for arn in layers]
        if unpacked(code) + sum(unpacked(each.code_bytes) for each in known if each) >= UNPACKED:
            refuse(INVALID, f"Function code combined with layers exceeds the maximum allowed size of {UNPACKED} bytes.")

    def unpacked(packed: bytes | None) -> int:
        if not packed or not zipfile.is_zipfile(io.BytesIO(packed)):
            return 0
        return sum(entry.file_size for entry in zipfile.ZipFile(io.BytesIO(packed)).infolist())


def layers(backend) -> dict:
    """Each by its name: the numbers of versions count former deployments."""
    described = {}
    for name, layer in backend._layers._layers.items():
        versions = [version.get_layer_version() for version in layer.layer_versions.values()]
        unnamed = ("Version", "LayerVersionArn", "CreatedDate")
        if versions:
            described[name] = [{key: each[key] for key in each if key not in unnamed} for each in versions]
    return described


def attached(backend, configuration: dict) -> dict:
    """The configuration of a function, whose layers go by what is in them."""
    known = [(layer["Arn"], backend.layers_versions_by_arn(layer["Arn"])) for layer in configuration.get("Layers") or []]
    named = [
        {"Arn": re.sub(":[0-9]+$", "", arn), "CodeSha256": version.code_sha_256 if version else "of a version that is gone"}
        for arn, version in known
    ]
    return {**configuration, "Layers": named}


PATCHES = [layers_fit]
