# Tells which `aws …` commands, read as a JSON list of texts from standard input, the service models of botocore do not know: a service, an operation, an option, a value, a field of --query.
import json
import re
import shlex
import sys

import botocore.session
import jmespath
from botocore import xform_name

# Commands that the AWS CLI adds to the services' own, with their options.
CUSTOM = json.loads(sys.argv[1])
# The AWS CLI's names of services where the model has another one.
SERVICES = {"s3api": "s3", "configservice": "config", "deploy": "codedeploy"}
# What every command takes, and what the AWS CLI adds to paginated ones.
GLOBAL = {"region", "profile", "output", "query", "debug", "endpoint-url", "no-sign-request", "no-cli-pager", "cli-input-json"}
PAGES = {"max-items", "starting-token", "page-size"}
# Shorter ways to write an argument, by operation.
SHORT = {
    "ec2 authorize-security-group-ingress": {"protocol", "port", "cidr", "source-group"},
    "ec2 run-instances": {"count", "associate-public-ip-address"},
}
# The AWS CLI reads a policy document into a tree before --query sees it.
OPEN = "open"

session = botocore.session.get_session()
known_services = set(session.get_available_services())
models = {}


def model_of(service):
    name = SERVICES.get(service, service)
    if name not in known_services:
        return None
    return models.setdefault(name, session.get_service_model(name))


def commands_in(text):
    """Each `aws` command of a line, as words: from its name to the end of the quotation or of the pipe's part."""
    text = re.sub(r"\{\{.*?\}\}", "FACT", text)
    words = shlex.shlex(text, posix=True, punctuation_chars="();<>|&")
    words.whitespace_split = True
    words.commenters = ""
    command = None
    for word in list(words) + ["|"]:
        ends = set(word) <= set("();<>|&")
        if command and ends:
            yield command
        command = None if ends else [] if word == "aws" else command + [word] if command is not None else None


def option_names(model, operation):
    shape = model.operation_model(operation).input_shape
    members = shape.members if shape else {}
    names = {xform_name(name, "-"): member for name, member in members.items()}
    switches = {f"no-{name}": None for name, member in names.items() if member.type_name == "boolean"}
    return {**names, **switches}


def is_open(word):
    return re.fullmatch(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", word) or "FACT" in word or "://" in word


def wrong_value(shape, word):
    """Of `Key=value,Key=value`, of a list's member and of an enumeration: the part that is none of it."""
    while shape.type_name == "list":
        shape = shape.member
    if shape.type_name == "structure" and not word.startswith(("{", "file:")):
        keys = re.findall(r"(?:^|,)(\w+)=", re.sub(r"=[\[{].*?[\]}]+", "=x", word))
        return next((key for key in keys if key not in shape.members), None if keys or is_open(word) else word)
    if shape.type_name == "map" and getattr(shape.key, "enum", None):
        return next((key for key in re.findall(r"(?:^|,)(\w+)=", word) if key not in shape.key.enum), None)
    enum = getattr(shape, "enum", None)
    return word if enum and word not in enum and (not is_open(word) or "FACT" in word) else None


def select(node, shape):
    """The shape that a JMESPath expression leads to; raises KeyError with the field that is not there."""
    kind, children = node["type"], node["children"]
    if kind == "field":
        if shape is OPEN or shape.type_name == "map":
            return OPEN if shape is OPEN else shape.value
        if shape.type_name != "structure" or node["value"] not in shape.members:
            raise KeyError(node["value"])
        return shape.members[node["value"]]
    if kind in ("subexpression", "index_expression", "pipe", "projection", "value_projection"):
        for child in children:
            shape = select(child, shape)
            if kind == "projection" and shape is not OPEN and shape.type_name == "list":
                shape = shape.member
        return shape
    if kind in ("flatten", "index", "slice"):
        shape = select(children[0], shape) if children and kind == "flatten" else shape
        return shape.member if kind == "index" and shape is not OPEN and shape.type_name == "list" else shape
    if kind == "filter_projection":
        shape = select(children[0], shape)
        member = shape.member if shape is not OPEN and shape.type_name == "list" else shape
        select(children[2], member)
        return select(children[1], member)
    if kind in ("multi_select_list", "multi_select_dict", "key_val_pair", "comparator", "and_expression", "or_expression"):
        for child in children:
            select(child, shape)
        return OPEN
    return shape if kind in ("identity", "current") else OPEN


def query_problem(model, operation, query):
    try:
        select(jmespath.compile(query).parsed, model.operation_model(operation).output_shape)
    except KeyError as missing:
        return f"--query has no {missing.args[0]}"
    except Exception as error:
        return f"--query {query}: {error}"


def operation_problems(service, name, words):
    model = model_of(service)
    if model is None:
        return [f"no service {service}"]
    operation = next((one for one in model.operation_names if xform_name(one, "-") == name), None)
    if operation is None:
        return [f"{service} has no operation {name}"]
    return list(option_problems(model, operation, f"{service} {name}", words))


def option_problems(model, operation, command, words):
    options = option_names(model, operation)
    current = None
    for word in words:
        if word.startswith("--"):
            current = word[2:]
            if current not in options and current not in GLOBAL | PAGES | SHORT.get(command, set()):
                yield f"{command} has no option --{current}"
        elif current == "query":
            problem = query_problem(model, operation, word)
            if problem:
                yield f"{command}: {problem}"
        elif options.get(current):
            wrong = wrong_value(options[current], word)
            if wrong:
                yield f"{command} --{current} knows no {wrong}"


def problems_of(words):
    for length in (1, 2):
        custom = CUSTOM.get(" ".join(words[:length]))
        if custom is not None:
            given = [word[2:] for word in words[length:] if word.startswith("--")]
            return [f"{' '.join(words[:length])} has no option --{one}" for one in given if one not in GLOBAL | set(custom)]
    if len(words) < 2:
        return ["no operation"]
    if words[1] == "wait":
        return []
    return operation_problems(words[0], words[1], words[2:])


texts = json.load(sys.stdin)
found = [[text, problem] for text in texts for command in commands_in(text) for problem in problems_of(command)]
json.dump(found, sys.stdout)
