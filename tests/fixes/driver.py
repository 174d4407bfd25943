"""moto's server and the AWS CLI (v1) in one process.

Prints {"port": N}, then answers each line of its standard input, a list of a command's words, with a line
{"code": N, "out": "...", "err": "..."}. The CLI's requests do not leave the process and go to AWS's own hosts, so a command
without a region fails as it would at a user's.
"""

import contextlib
import io
import json
import os
import sys
import threading

sys.dont_write_bytecode = True
here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "../../src/stand-in"))

from moto_launcher import server  # noqa: E402

from awscli.clidriver import create_clidriver  # noqa: E402
from botocore.client import ClientCreator  # noqa: E402
from botocore.hooks import HierarchicalEmitter  # noqa: E402
from botocore.session import Session  # noqa: E402
from moto import mock_aws  # noqa: E402
from moto.iam import models as iam  # noqa: E402

# moto makes 1,500 managed policies six times a reset, which takes seconds: only those that cases attach.
MANAGED = (
    "AWSCloudShellFullAccess",
    "AWSSupportAccess",
    "AdministratorAccess",
    "IAMFullAccess",
    "ReadOnlyAccess",
    "SecurityAudit",
    "ViewOnlyAccess",
)


# A client's class is the same for every command; that of EC2 has 700 methods.
CLASSES = {}
create_client_class = ClientCreator._create_client_class


def remembered(creator, name, model):
    if name not in CLASSES:
        CLASSES[name] = create_client_class(creator, name, model)
    return CLASSES[name]


ClientCreator._create_client_class = remembered


# So is a client, to a region; each copies all of the session's handlers.
CLIENTS = {}
create_client = Session.create_client


def remembered_client(session, service_name, region_name=None, **options):
    region = region_name or session.get_config_variable("region")
    key = (service_name, region, repr(sorted(options.items())))
    if key not in CLIENTS:
        CLIENTS[key] = create_client(session, service_name, region_name=region_name, **options)
    return CLIENTS[key]


Session.create_client = remembered_client

# Each command adds handlers of its own to the session, which the next ones would all call: they are taken away after it.
ADDED = []
register_section = HierarchicalEmitter._register_section


def noted(emitter, event_name, handler, unique_id, unique_id_uses_count, section):
    register_section(emitter, event_name, handler, unique_id, unique_id_uses_count, section)
    ADDED.append((emitter, event_name, handler, unique_id, unique_id_uses_count))


HierarchicalEmitter._register_section = noted


def renewed(session):
    own = session._events._emitter
    for emitter, *added in ADDED:
        if emitter is own:
            own.unregister(*added)
    ADDED.clear()


def run(cli, words):
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            # Made once, it has read the services' models; it would remember the region of the last command.
            cli.session.set_config_variable("region", None)
            code = cli.main(words)
        except SystemExit as error:
            code = error.code
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode())
    return {"code": code or 0, "out": texts[0], "err": texts[1]}


def main():
    # What the libraries print is no answer.
    answers, sys.stdout = sys.stdout, open(os.devnull, "w")
    policies = json.loads(iam.aws_managed_policies_data)
    iam.aws_managed_policies_data = json.dumps({name: policies[name] for name in MANAGED})
    made = server()
    threading.Thread(target=made.serve_forever, daemon=True).start()
    mock_aws().start(reset=False)
    for name, value in {"AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null"}.items():
        os.environ[name] = value
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION"):
        os.environ.pop(name, None)
    cli = create_clidriver()
    ADDED.clear()
    print(json.dumps({"port": made.server_port}), file=answers, flush=True)
    for line in sys.stdin:
        words = json.loads(line)
        renewed(cli.session)
        print(json.dumps(run(cli, words)), file=answers, flush=True)


main()
