"""Temporary keys, made by plain HTTP as the platform documents it, and used through the platform's SDK."""

import json
import time
import urllib.request
from email.utils import parsedate_to_datetime

import pytest
from alibabacloud_modelstudio20260210 import models

from clients import ECHO, generate, openai


def make(server, key, seconds=None):
    """A POST without a body: status and answer."""
    query = "" if seconds is None else f"?expire_in_seconds={seconds}"
    return server.get(f"/api/v1/tokens{query}", key, body=b"")


def said(answer):
    return answer.output.choices[0].message.content


def test_a_temporary_key_is_used_for_a_call(server, key):
    status, body = make(server, key)
    assert status == 200 and body["token"].startswith("st-")
    assert 55 <= body["expires_at"] - time.time() <= 61
    assert said(generate(server, body["token"])) == ECHO
    assert [model.id for model in openai(server, body["token"]).models.list()]


def test_a_temporary_key_is_refused_one_second_after_its_end(server, key):
    body = make(server, key, 2)[1]
    assert said(generate(server, body["token"])) == ECHO
    time.sleep(max(0.0, body["expires_at"] + 1 - time.time()))
    answer = generate(server, body["token"])
    assert (answer.status_code, answer.code) == (401, "InvalidApiKey") and answer.request_id
    assert said(generate(server, key)) == ECHO


@pytest.mark.parametrize("seconds", [0, 1801, -1, "x", "1.5"])
def test_no_other_times_are_taken(server, key, seconds):
    status, body = make(server, key, seconds)
    assert (status, body["code"]) == (400, "InvalidParameter")


def test_a_temporary_key_makes_no_other_and_ends_with_its_parent(sdk, server):
    parent = sdk.create_api_key(models.CreateApiKeyRequest()).body.api_key
    token = make(server, parent.api_key_value, 1800)[1]["token"]
    assert make(server, token)[0] == 403
    assert make(server, None)[0] == 401
    sdk.disable_api_key(str(parent.api_key_id), models.DisableApiKeyRequest())
    assert generate(server, token).code == "InvalidApiKey"


def test_a_caller_whose_clock_is_an_hour_off_can_tell(server, key, monkeypatch):
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() - 3600)
    request = urllib.request.Request(f"{server.endpoint}/api/v1/tokens?expire_in_seconds=60", data=b"")
    request.add_header("Authorization", f"Bearer {key}")
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as answer:
        servers_time = parsedate_to_datetime(answer.headers["Date"]).timestamp()
        expires_at = json.load(answer)["expires_at"]
    # By the caller's own clock it would last an hour longer; by the server's it lasts what was asked for.
    assert expires_at - time.time() > 3600
    assert 59 <= expires_at - servers_time <= 61
