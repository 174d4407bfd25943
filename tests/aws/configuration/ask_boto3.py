"""Prints what boto3 makes of each case that it is given on stdin: a list of {profile, endpointUrl, env}."""
import json
import os
import sys

import boto3
import botocore.loaders
import botocore.session

cases = json.load(sys.stdin)
# The models of the services are the same for every case, and dear to read.
loader = botocore.loaders.create_loader()
base = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}


def asked(case):
    os.environ.clear()
    os.environ.update(base)
    os.environ.update(case["env"])
    core = botocore.session.Session(profile=case.get("profile"))
    core.register_component("data_loader", loader)
    session = boto3.Session(botocore_session=core)
    endpoint = case.get("endpointUrl")
    region = session.region_name
    answer = {}
    if region:
        answer["region"] = region
    clients = {name: session.client(name, endpoint_url=endpoint, region_name=region or "us-east-1") for name in ("s3", "sts")}
    for name, client in clients.items():
        url = client.meta.endpoint_url
        if "amazonaws" not in url and ".api.aws" not in url:
            answer[name] = url
    config = clients["s3"].meta.config
    if config.use_fips_endpoint:
        answer["fips"] = True
    if config.use_dualstack_endpoint:
        answer["dualstack"] = True
    credentials = session.get_credentials()
    if credentials is not None:
        answer["key"] = credentials.access_key
    verify = session._session.get_config_variable("ca_bundle")
    if verify:
        answer["caBundle"] = verify
    attempts = (config.retries or {}).get("total_max_attempts")
    if attempts is not None and attempts != 5:
        answer["attempts"] = attempts
    return answer


def safely(case):
    try:
        return asked(case)
    except Exception:
        return {"error": True}


print(json.dumps([safely(case) for case in cases]))
