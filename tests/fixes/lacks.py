"""Reads [service, operation] pairs as JSON and prints those that moto has an answer for, as far as its classes tell."""

import importlib
import inspect
import json
import re
import sys


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def has(service: str, operation: str) -> bool:
    try:
        module = importlib.import_module(f"moto.{service}.responses")
    except ModuleNotFoundError as error:
        if error.name not in ("moto." + service, f"moto.{service}.responses"):
            raise
        return False
    wanted = snake(operation)
    classes = [one for _, one in inspect.getmembers(module, inspect.isclass) if one.__module__.startswith("moto.")]
    for one in classes:
        method = getattr(one, wanted, None)
        # A method that only says that it is not there is none.
        if method is not None and "NotImplementedError" not in inspect.getsource(method):
            return True
    return False


print(json.dumps([pair for pair in json.load(sys.stdin) if has(*pair)]))
