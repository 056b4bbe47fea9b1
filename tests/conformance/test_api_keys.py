"""Every operation on keys, through the official SDK."""

import time

import pytest
from alibabacloud_modelstudio20260210 import models


def create(sdk, **fields):
    return sdk.create_api_key(models.CreateApiKeyRequest(**fields)).body.api_key


def fetch(sdk, key_id):
    return sdk.get_api_key(str(key_id)).body.api_key


def custom(addresses=None, all_models=None, names=None):
    scope = None
    if all_models is not None:
        scope = models.CreateApiKeyRequestAuthModelAccessScope(allow_all_models=all_models, accessible_models=names)
    return models.CreateApiKeyRequestAuth(type="Custom", access_ips=addresses, model_access_scope=scope)


def update_auth(kind, addresses=None, all_models=True, names=None):
    return models.UpdateApiKeyRequestAuth(
        type=kind,
        access_ips=addresses,
        model_access_scope=models.UpdateApiKeyRequestAuthModelAccessScope(
            allow_all_models=all_models, accessible_models=names
        ),
    )


def test_create_tells_the_value_once(sdk, server):
    before = int(time.time() * 1000) - 1000
    answer = sdk.create_api_key(models.CreateApiKeyRequest(description="第一把钥匙 a+b&c=d %41 / *~"))
    assert answer.status_code == 200
    body = answer.body
    assert body.success is True and body.http_status_code == 200 and body.request_id
    key = body.api_key
    assert key.api_key_value.startswith("sk-ws-") and len(key.api_key_value) >= 6 + 43
    assert key.description == "第一把钥匙 a+b&c=d %41 / *~"
    assert key.workspace_id == server.workspace_id
    assert before <= key.gmt_create <= int(time.time() * 1000) + 1000

    shown = fetch(sdk, key.api_key_id)
    assert shown.api_key_value != key.api_key_value
    assert shown.api_key_value.startswith("sk-ws-") and shown.api_key_value.endswith(key.api_key_value[-4:])
    assert len(shown.api_key_value) < 24
    assert (shown.description, shown.created_by, shown.disabled) == (key.description, key.created_by, 0)
    assert shown.auth.type == "All"
    listed = sdk.list_api_keys(models.ListApiKeysRequest()).body.api_keys
    assert [entry.api_key_value for entry in listed] == [shown.api_key_value]


def test_create_in_a_workspace_and_in_none(sdk, server):
    workspace = sdk.create_workspace(models.CreateWorkspaceRequest(workspace_name="测试空间")).body.workspace
    key = create(sdk, description="in it", workspace_id=workspace.workspace_id)
    shown = fetch(sdk, key.api_key_id)
    assert (shown.workspace_id, shown.workspace_name) == (workspace.workspace_id, "测试空间")
    assert create(sdk, workspace_id="").workspace_id == server.workspace_id
    assert create(sdk).workspace_id == server.workspace_id


def test_custom_permission(sdk):
    addresses = ["1.2.3.4", "10.0.0.0/8", "::/0", "2001:db8::1"]
    key = create(sdk, auth=custom(addresses, False, ["qwen-plus", "qwen3-max"]))
    auth = fetch(sdk, key.api_key_id).auth
    assert (auth.type, auth.access_ips) == ("Custom", addresses)
    assert auth.model_access_scope.allow_all_models is False
    assert auth.model_access_scope.accessible_models == ["qwen-plus", "qwen3-max"]


@pytest.mark.parametrize("addresses", [None, []])
def test_custom_without_addresses_is_from_anywhere(sdk, addresses):
    key = create(sdk, auth=custom(addresses, True))
    assert fetch(sdk, key.api_key_id).auth.access_ips == ["0.0.0.0/0", "::/0"]


def test_models_count_only_when_not_all_are_allowed(sdk):
    key = create(sdk, auth=custom(["127.0.0.1"], True, ["qwen-plus"]))
    scope = fetch(sdk, key.api_key_id).auth.model_access_scope
    assert scope.allow_all_models is True and not scope.accessible_models


def test_update_changes_what_is_sent(sdk):
    key = create(sdk, description="before", auth=custom(["127.0.0.1"], False, ["qwen-plus"]))
    key_id = str(key.api_key_id)
    assert sdk.update_api_key(key_id, models.UpdateApiKeyRequest(description="之后")).body.success is True
    shown = fetch(sdk, key_id)
    assert (shown.description, shown.auth.type, shown.auth.access_ips) == ("之后", "Custom", ["127.0.0.1"])

    sdk.update_api_key(key_id, models.UpdateApiKeyRequest(auth=update_auth("Custom", ["192.0.2.0/24"])))
    shown = fetch(sdk, key_id)
    assert (shown.description, shown.auth.access_ips) == ("之后", ["192.0.2.0/24"])
    assert shown.auth.model_access_scope.allow_all_models is True

    sdk.update_api_key(key_id, models.UpdateApiKeyRequest(description="", auth=update_auth("All")))
    shown = fetch(sdk, key_id)
    assert (shown.description or "", shown.auth.type) == ("", "All")


def test_disable_and_enable(sdk):
    key_id = str(create(sdk).api_key_id)
    for _ in range(2):
        assert sdk.disable_api_key(key_id, models.DisableApiKeyRequest()).body.success is True
        assert fetch(sdk, key_id).disabled == 1
    for _ in range(2):
        assert sdk.enable_api_key(key_id, models.EnableApiKeyRequest()).body.success is True
        assert fetch(sdk, key_id).disabled == 0


def test_reset_keeps_the_id_and_changes_the_value(sdk):
    key = create(sdk, description="keeps", auth=custom(["127.0.0.1"], True))
    reset = sdk.reset_api_key(str(key.api_key_id), models.ResetApiKeyRequest()).body.api_key
    assert reset.api_key_id == key.api_key_id and reset.workspace_id == key.workspace_id
    assert reset.api_key_value.startswith("sk-ws-") and reset.api_key_value != key.api_key_value
    shown = fetch(sdk, key.api_key_id)
    assert (shown.description, shown.auth.access_ips) == ("keeps", ["127.0.0.1"])
    assert shown.api_key_value.endswith(reset.api_key_value[-4:])


def test_delete_is_final(sdk):
    key_id = create(sdk).api_key_id
    assert sdk.delete_api_key(str(key_id)).body.success is True
    assert not sdk.list_api_keys(models.ListApiKeysRequest(api_key_id=key_id)).body.api_keys
    assert create(sdk).api_key_id > key_id


def pages(sdk, **fields):
    token, seen = None, []
    while True:
        body = sdk.list_api_keys(models.ListApiKeysRequest(next_token=token, **fields)).body
        assert len(body.api_keys) <= body.max_results
        seen.append([key.api_key_id for key in body.api_keys])
        token = body.next_token
        if not token:
            return seen, body.total_count


@pytest.mark.parametrize("order_by", ["apiKeyId", "gmtCreate"])
def test_pages_in_both_orders(sdk, order_by):
    ids = [create(sdk, description=f"第 {number} 把").api_key_id for number in range(7)]
    ascending, total = pages(sdk, max_results=3, order="ASC", order_by=order_by)
    assert ascending == [ids[:3], ids[3:6], ids[6:]] and total == 7
    descending, _ = pages(sdk, max_results=4, order_by=order_by)
    assert sum(descending, []) == ids[::-1]
    assert pages(sdk, max_results=7, order="DESC")[0] == [ids[::-1]]


def test_lists_are_filtered(sdk):
    workspace = sdk.create_workspace(models.CreateWorkspaceRequest(workspace_name="甲")).body.workspace.workspace_id
    one = create(sdk, description="生产 环境 Production").api_key_id
    two = create(sdk, description="测试", workspace_id=workspace).api_key_id

    def listed(**fields):
        return [key.api_key_id for key in sdk.list_api_keys(models.ListApiKeysRequest(**fields)).body.api_keys]

    assert listed() == [two, one]
    assert listed(description="产 环") == [one]
    assert listed(description="PRODUCTION") == [one]
    assert listed(description="%") == []
    assert listed(workspace_id=workspace) == [two]
    assert listed(api_key_id=one) == [one]
    assert listed(api_key_id=one, description="测试") == []
