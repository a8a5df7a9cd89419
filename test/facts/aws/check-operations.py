"""Holds every operation on the list against the service models that botocore brings: protocol, host, target,
HTTP form, inputs, where the answer has the document, and the option names of the AWS CLI.

It takes a botocore that knows the services on the list, 1.43.107 or later; what it does not know it says so of.

    npx tsx test/facts/aws/print-operations.ts | python3 test/facts/aws/check-operations.py > test/facts/aws/operations-checked.txt
"""

import hashlib
import json
import re
import sys

import botocore
import botocore.session
from botocore import xform_name
from botocore.exceptions import UnknownServiceError
from botocore.model import OperationNotFoundError

session = botocore.session.get_session()


def wire_members(shape):
    """The names that inputs and outputs have on the wire, with the member each belongs to."""
    if shape is None:
        return {}
    return {m.serialization.get("name", name): (name, m) for name, m in shape.members.items()}


def follow(shape, path, protocol):
    """Whether a path leads somewhere in an output shape."""
    for name in path:
        if shape is None:
            return False
        while shape.type_name == "list" and name != "*" and shape.serialization.get("flattened"):
            shape = shape.member
        if name == "*" or shape.type_name == "map":
            shape = shape.value if shape.type_name == "map" else getattr(shape, "member", None)
            continue
        if shape.type_name != "structure":
            return False
        members = wire_members(shape) if protocol in ("rest-json", "ec2", "rest-xml") else shape.members
        found = members.get(name) or shape.members.get(name)
        shape = found[1] if isinstance(found, tuple) else found
    return shape is not None


def without_values(uri):
    return re.sub(r"\?.*", "", uri)


def flags(uri):
    """Query parameters that stand for themselves: they say which setting of a bucket is meant."""
    query = uri.partition("?")[2]
    return {part for part in query.split("&") if part and "=" not in part}


def problems(wire):
    try:
        model = session.get_service_model(wire["service"])
        operation = model.operation_model(wire["method"])
    except (UnknownServiceError, OperationNotFoundError):
        return ["this botocore does not know it"]
    metadata, row = model.metadata, wire["row"]
    found = []

    def same(what, ours, theirs):
        if ours != theirs:
            found.append(f"{what} is {ours}, the model says {theirs}")

    same("protocol", wire["protocol"], metadata["protocol"])
    same("host", wire["host"], metadata["endpointPrefix"])
    same("signing name", wire.get("signing", wire["host"]), metadata.get("signingName", metadata["endpointPrefix"]))
    if wire["protocol"] == "json":
        same("target", wire["target"], metadata["targetPrefix"])
        same("json version", wire["json"], metadata["jsonVersion"])
    if wire["protocol"] in ("query", "ec2"):
        same("version", wire["version"], metadata["apiVersion"])
    members = wire_members(operation.input_shape)
    if "http" in row:
        method, uri = row["http"].split(" ")
        same("method", method, operation.http["method"])
        same("path", without_values(uri), without_values(operation.http["requestUri"]))
        same("query", flags(uri), flags(operation.http["requestUri"]))
        for name in re.findall(r"\{([\w-]+)\+?\}", uri):
            if name not in members:
                found.append(f"there is no input {name}")
        for name in row.get("headers", {}):
            if name not in members:
                found.append(f"there is no header {name}")
    for name in wire["inputs"]:
        member = operation.input_shape.members if operation.input_shape else {}
        if name not in members and name not in member:
            found.append(f"there is no input {name}")
            continue
        real = name if name in member else members[name][0]
        same(f"option of {name}", wire["options"][name], xform_name(real, "-"))
    required = operation.input_shape.required_members if operation.input_shape else []
    sent = {members[name][0] if name in members else name for name in wire["inputs"]}
    for name in required:
        if name not in sent:
            found.append(f"required input {name} is not sent")
    output, payload = operation.output_shape, operation.output_shape.serialization.get("payload")
    if payload is not None and output.members[payload].type_name == "structure":
        output, payload = output.members[payload], None
    if not follow(output, wire["answer"], wire["protocol"]):
        found.append(f"the answer has no {'/'.join(wire['answer'])}")
    same("payload", row.get("payload"), payload if wire["protocol"] == "rest-xml" else None)
    if "paged" in row and row.get("next", row["paged"]) not in operation.output_shape.members:
        found.append(f"the answer has no {row.get('next', row['paged'])}")
    if "header" in row:
        member, header = row["header"]
        same(f"header of {member}", header, output.members[member].serialization.get("name"))
    return found


print(f"botocore {botocore.__version__}")
for line in sys.stdin:
    digest = hashlib.sha256(line.strip().encode()).hexdigest()[:12]
    wire = json.loads(line)
    found = problems(wire)
    print(f"{wire['operation']} {digest}: {'; '.join(found) if found else 'as in the model'}")
