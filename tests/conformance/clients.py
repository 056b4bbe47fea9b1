"""The official clients of the data plane, each told by its own setting where the server is."""

import os

import dashscope
from anthropic import Anthropic
from dashscope.client.base_api import BaseAsyncApi
from openai import OpenAI

from conftest import Server

# Loopback is reached directly, whatever the environment says.
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1"

MODEL = "qwen-plus"
MESSAGES = [{"role": "user", "content": "你好, say this again, in more than one piece"}]
ECHO = "Echo of This computer: 你好, say this again, in more than one piece"


def generate(server: Server, key: str, **arguments):
    """A generation by the platform's SDK."""
    dashscope.base_http_api_url = f"{server.endpoint}/api/v1"
    wanted = {"model": MODEL, "messages": MESSAGES, "result_format": "message"} | arguments
    return dashscope.Generation.call(api_key=key, **wanted)


class Tasks:
    """The platform's SDK for tasks."""

    def __init__(self, server: Server, key: str):
        dashscope.base_http_api_url = f"{server.endpoint}/api/v1"
        self.key = key

    def create(self, **parameters):
        place = {"task_group": "aigc", "task": "text-generation", "function": "generation"}
        wanted = {"model": MODEL, "input": {"messages": MESSAGES}} | parameters
        return BaseAsyncApi.async_call(api_key=self.key, **place, **wanted)

    def fetch(self, task):
        return BaseAsyncApi.fetch(task, api_key=self.key)

    def wait(self, task):
        return BaseAsyncApi.wait(task, api_key=self.key, wait_timeout=20)

    def cancel(self, task):
        return BaseAsyncApi.cancel(task, api_key=self.key)

    def list(self, **filters):
        return BaseAsyncApi.list(api_key=self.key, **filters)


def openai(server: Server, key: str) -> OpenAI:
    base = f"{server.endpoint}/compatible-mode/v1"
    return OpenAI(api_key=key, base_url=base, max_retries=0, timeout=20)


def anthropic(server: Server, **credentials) -> Anthropic:
    return Anthropic(base_url=f"{server.endpoint}/apps/anthropic", max_retries=0, timeout=20, **credentials)
