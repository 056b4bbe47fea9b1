"""Starts the headless binary, and gives the official SDK's client that speaks to it.

The binary has to be built already; STUDIO_LOCAL_STUDIO_BIN says where it is. Each test file gets a server of its own
with an empty data folder.
"""

import json
import os
import signal
import subprocess
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest
from alibabacloud_modelstudio20260210 import models
from alibabacloud_modelstudio20260210.client import Client
from alibabacloud_tea_openapi.utils_models import Config

STOP_SECONDS = 10


@dataclass(frozen=True)
class Server:
    """A running server, as its line on standard output tells of it."""

    endpoint: str
    access_key_id: str
    access_key_secret: str
    workspace_id: str

    @property
    def authority(self) -> str:
        return self.endpoint.removeprefix("http://")

    def client(self, access_key_id: str | None = None, access_key_secret: str | None = None) -> Client:
        """The official SDK's client, with this server's AccessKey or another."""
        return Client(
            Config(
                access_key_id=access_key_id or self.access_key_id,
                access_key_secret=access_key_secret or self.access_key_secret,
                endpoint=self.authority,
                protocol="http",
                connect_timeout=5_000,
                read_timeout=20_000,
            )
        )

    def get(
        self, path: str, key: str | None = None, headers: dict | None = None, body: bytes | None = None
    ) -> tuple[int, dict]:
        """A plain GET of the data plane, or a POST where there is a body: status and JSON body."""
        request = urllib.request.Request(self.endpoint + path, data=body, headers=dict(headers or {}))
        if key is not None:
            request.add_header("Authorization", f"Bearer {key}")
        try:
            # No proxy: loopback is reached directly, whatever the environment says.
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refusal:
            return refusal.code, json.load(refusal)

    def models(self, key: str | None) -> tuple[int, dict]:
        return self.get("/compatible-mode/v1/models", key)

    def chat(self, key: str, model: str, text: str = "你好") -> tuple[int, dict]:
        """A call of a model by the OpenAI-compatible interface: status and JSON body."""
        body = json.dumps({"model": model, "messages": [{"role": "user", "content": text}]}).encode()
        return self.get("/compatible-mode/v1/chat/completions", key, {"Content-Type": "application/json"}, body)


def start(binary: Path, folder: Path, log: Path, *flags: str) -> tuple[subprocess.Popen, Server]:
    """Starts a server, with flags that make it another region or spoil it, and waits for its line."""
    with log.open("ab") as stderr:
        process = subprocess.Popen(
            [binary, "serve", "--listen", "127.0.0.1:0", "--data", folder, "--print-access-key", *flags],
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    line = process.stdout.readline()
    assert line, f"the server did not start: {log.read_text()}"
    told = json.loads(line)
    server = Server(told["endpoint"], told["accessKeyId"], told["accessKeySecret"], told["workspaceId"])
    return process, server


def stop(process: subprocess.Popen) -> int:
    """Asks a server to end, and gives its exit status."""
    process.send_signal(signal.SIGTERM)
    try:
        return process.wait(STOP_SECONDS)
    finally:
        process.kill()
        process.stdout.close()


@pytest.fixture(scope="session")
def binary() -> Path:
    path = os.environ.get("STUDIO_LOCAL_STUDIO_BIN")
    assert path, "STUDIO_LOCAL_STUDIO_BIN must name the built local-studio binary"
    return Path(path).resolve(strict=True)


@pytest.fixture(scope="module")
def server(binary: Path, tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("studio")
    process, running = start(binary, folder / "data", folder / "log")
    yield running
    assert stop(process) == 0


@pytest.fixture
def pretending(binary: Path, tmp_path: Path):
    """Starts servers with flags; one after the other, they find the same data."""
    processes = []

    def started(*flags: str) -> Server:
        if processes:
            assert stop(processes.pop()) == 0
        process, running = start(binary, tmp_path / "data", tmp_path / "log", *flags)
        processes.append(process)
        return running

    yield started
    for process in processes:
        assert stop(process) == 0


@pytest.fixture
def sdk(server: Server):
    """The client; what a test leaves behind is removed after it."""
    client = server.client()
    yield client
    remove_everything(client, server)


@pytest.fixture
def key(sdk: Client) -> str:
    """The value of a key that may do everything."""
    return sdk.create_api_key(models.CreateApiKeyRequest()).body.api_key.api_key_value


def remove_everything(client: Client, server: Server) -> None:
    keys = client.list_api_keys(models.ListApiKeysRequest(max_results=100)).body.api_keys
    for key in keys:
        client.delete_api_key(str(key.api_key_id))
    workspaces = client.list_workspaces(models.ListWorkspacesRequest(max_results=100)).body.workspaces
    for workspace in workspaces:
        if workspace.workspace_id != server.workspace_id:
            client.delete_workspace(workspace.workspace_id, models.DeleteWorkspaceRequest())
