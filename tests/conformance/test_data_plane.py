"""What keys made through the official SDK open, by plain HTTP; and what a restart keeps."""

import pytest
from alibabacloud_modelstudio20260210 import models

from conftest import start, stop


def create(sdk, kind=None, addresses=None, names=None):
    auth = None
    if kind:
        scope = models.CreateApiKeyRequestAuthModelAccessScope(allow_all_models=names is None, accessible_models=names)
        auth = models.CreateApiKeyRequestAuth(type=kind, access_ips=addresses, model_access_scope=scope)
    return sdk.create_api_key(models.CreateApiKeyRequest(auth=auth)).body.api_key


def not_accepted(answer):
    status, body = answer
    return status == 401 and body["error"]["code"] == "invalid_api_key" and body["request_id"]


def test_a_key_lists_models(sdk, server):
    status, body = server.models(create(sdk).api_key_value)
    assert (status, body["object"]) == (200, "list")
    assert "qwen-plus" in [model["id"] for model in body["data"]]
    assert all(model["object"] == "model" and model["created"] > 0 for model in body["data"])


def test_no_key_and_wrong_keys(sdk, server):
    value = create(sdk).api_key_value
    for presented in (None, "sk-" + "0" * 32, value[:-1], value + "0", value.swapcase()):
        status, body = server.models(presented)
        assert status == 401
        error = body["error"]
        assert (error["type"], error["code"], error["param"]) == ("invalid_request_error", "invalid_api_key", None)
        assert presented is None or presented not in str(body)


def test_disabled_reset_and_deleted_keys_are_dead_at_once(sdk, server):
    key = create(sdk)
    key_id, value = str(key.api_key_id), key.api_key_value
    assert server.models(value)[0] == 200
    sdk.disable_api_key(key_id, models.DisableApiKeyRequest())
    assert not_accepted(server.models(value))
    sdk.enable_api_key(key_id, models.EnableApiKeyRequest())
    assert server.models(value)[0] == 200
    renewed = sdk.reset_api_key(key_id, models.ResetApiKeyRequest()).body.api_key.api_key_value
    assert not_accepted(server.models(value))
    assert server.models(renewed)[0] == 200
    sdk.delete_api_key(key_id)
    assert not_accepted(server.models(renewed))


def test_the_allowlist_holds(sdk, server):
    value = create(sdk, "Custom", ["10.0.0.0/8", "2001:db8::/32"]).api_key_value
    status, body = server.models(value)
    assert (status, body["error"]["code"]) == (403, "access_denied")
    # Headers that claim another address are not believed.
    claimed = {"X-Forwarded-For": "10.1.2.3", "X-Real-IP": "10.1.2.3", "Forwarded": "for=10.1.2.3"}
    assert server.get("/compatible-mode/v1/models", value, claimed)[0] == 403
    for addresses in (["127.0.0.1"], ["127.0.0.0/8"], None):
        assert server.models(create(sdk, "Custom", addresses).api_key_value)[0] == 200


def test_the_models_of_a_key(sdk, server):
    for names, expected in ((["qwen-plus", "not-a-model"], ["qwen-plus"]), ([], [])):
        value = create(sdk, "Custom", ["127.0.0.1"], names).api_key_value
        status, body = server.models(value)
        assert (status, [model["id"] for model in body["data"]]) == (200, expected)


@pytest.mark.parametrize("headers", [{"Origin": "http://127.0.0.1"}, {"Host": "example.com"}])
def test_pages_in_a_browser_are_refused(sdk, server, headers):
    value = create(sdk).api_key_value
    status, body = server.get("/compatible-mode/v1/models", value, headers)
    assert status == 403 and body["error"]["message"]


def test_other_paths_are_clean_404s(server):
    assert server.get("/compatible-mode/v1/none")[1]["error"]["code"] == "not_found"
    status, body = server.get("/api/v1/none")
    assert (status, body["code"]) == (404, "NotFound") and body["request_id"]


def test_a_restart_keeps_keys_and_access_key(binary, tmp_path):
    process, first = start(binary, tmp_path / "data", tmp_path / "log")
    key = create(first.client())
    assert stop(process) == 0
    process, second = start(binary, tmp_path / "data", tmp_path / "log")
    try:
        kept = (first.access_key_id, first.access_key_secret, first.workspace_id)
        assert (second.access_key_id, second.access_key_secret, second.workspace_id) == kept
        assert second.models(key.api_key_value)[0] == 200
        assert second.client().get_api_key(str(key.api_key_id)).body.api_key.api_key_id == key.api_key_id
    finally:
        assert stop(process) == 0
    hidden = [key.api_key_value.encode(), first.access_key_secret.encode()]
    for path in [path for path in tmp_path.rglob("*") if path.is_file()]:
        written = path.read_bytes()
        assert hidden[0] not in written, path
        assert hidden[1] not in written or path.name == "access-key.json", path
