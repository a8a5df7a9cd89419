"""Holds every operation on the list against the service models that botocore brings: protocol, host, target,
HTTP form, inputs, where the answer has the document, and the option names of the AWS CLI.

    npx tsx test/facts/aws/print-operations.ts | python3 test/facts/aws/check-operations.py > test/facts/aws/operations-checked.txt
"""

import hashlib
import json
import re
import sys

import botocore
import botocore.session
from botocore import xform_name

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


def problems(wire):
    model = session.get_service_model(wire["service"])
    metadata, operation, row = model.metadata, model.operation_model(wire["method"]), wire["row"]
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
        output = output.members[payload]
    if not follow(output, wire["answer"], wire["protocol"]):
        found.append(f"the answer has no {'/'.join(wire['answer'])}")
    same("payload", row.get("payload"), payload if wire["protocol"] == "rest-xml" else None)
    if "paged" in row and row["paged"] not in operation.output_shape.members:
        found.append(f"the answer has no {row['paged']}")
    return found


print(f"botocore {botocore.__version__}")
for line in sys.stdin:
    digest = hashlib.sha256(line.strip().encode()).hexdigest()[:12]
    wire = json.loads(line)
    found = problems(wire)
    print(f"{wire['operation']} {digest}: {'; '.join(found) if found else 'as in the model'}")
