"""Encrypted calls through the platform's SDK: the same answers as without."""

import json
import subprocess

import pytest
from alibabacloud_modelstudio20260210 import models
from dashscope.api_entities.encryption import Encryption

from clients import ECHO, MESSAGES, generate
from conftest import start, stop


def test_an_encrypted_generation_equals_a_plain_one(server, key):
    plain = generate(server, key)
    encrypted = generate(server, key, enable_encryption=True)
    assert plain.status_code == 200 and plain.output.choices[0].message.content == ECHO
    assert encrypted.output == plain.output
    assert encrypted.usage == plain.usage


@pytest.mark.parametrize("incremental", [False, True])
@pytest.mark.parametrize("result_format", ["text", "message"])
def test_an_encrypted_stream_equals_a_plain_one(server, key, incremental, result_format):
    wanted = {"stream": True, "incremental_output": incremental, "result_format": result_format}
    plain = list(generate(server, key, **wanted))
    encrypted = list(generate(server, key, enable_encryption=True, **wanted))
    assert len(plain) > 3 and all(part.status_code == 200 for part in plain)
    assert [part.output for part in encrypted] == [part.output for part in plain]
    assert [part.usage for part in encrypted] == [part.usage for part in plain]


@pytest.fixture
def encryption(server, key):
    made = Encryption(base_url=f"{server.endpoint}/api/v1", api_key=key)
    made.initialize()
    assert made.is_valid()
    return made


def call(server, key, encryption, text):
    """An encrypted call by hand: what goes over the wire is an argument."""
    header = {
        "public_key_id": encryption.get_pub_key_id(),
        "encrypt_key": encryption.get_encrypted_aes_key_str(),
        "iv": encryption.get_base64_iv_str(),
    }
    headers = {"X-DashScope-EncryptionKey": json.dumps(header), "Content-Type": "application/json"}
    body = json.dumps({"model": "qwen-plus", "input": text}).encode()
    return server.get("/api/v1/services/aigc/text-generation/generation", key, headers, body)


def test_only_the_input_is_hidden_and_only_the_output_is(server, key, encryption):
    sealed = encryption.encrypt({"messages": MESSAGES})
    status, body = call(server, key, encryption, sealed)
    assert status == 200 and isinstance(body["output"], str) and body["usage"]["input_tokens"] > 0
    assert encryption.decrypt(body["output"])["text"] == ECHO


def test_what_was_tampered_with_is_refused(server, key, encryption):
    sealed = encryption.encrypt({"messages": MESSAGES})
    for text in (sealed[:-6] + ("AAAA==" if sealed[-6:] != "AAAA==" else "BBBB=="), sealed[4:], "", "*"):
        status, body = call(server, key, encryption, text)
        assert (status, body["code"]) == (400, "BadRequest.IllegalInput"), text
        assert body["message"] == "The input parameter can not be decoded."


def test_a_rotation_makes_the_old_public_key_stale(binary, tmp_path):
    process, server = start(binary, tmp_path / "data", tmp_path / "log")
    try:
        key = server.client().create_api_key(models.CreateApiKeyRequest()).body.api_key.api_key_value
        old = Encryption(base_url=f"{server.endpoint}/api/v1", api_key=key)
        old.initialize()
        rotate = [binary, "rotate-key", "--data", tmp_path / "data"]
        told = json.loads(subprocess.run(rotate, check=True, capture_output=True, text=True).stdout)
        assert call(server, key, old, old.encrypt({"messages": MESSAGES}))[1]["code"] == "BadRequest.IllegalInput"
        assert server.get("/api/v1/public-keys/latest", key)[1]["data"]["public_key_id"] == told["publicKeyId"]
        assert generate(server, key, enable_encryption=True).output.choices[0].message.content == ECHO
        assert (tmp_path / "data" / "encryption-key.p8").stat().st_mode & 0o777 == 0o600
    finally:
        assert stop(process) == 0
