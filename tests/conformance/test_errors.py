"""Each refusal, as the official SDK reports it."""

import datetime
import uuid

import pytest
from alibabacloud_modelstudio20260210 import models
from alibabacloud_tea_openapi.exceptions import ClientException
from alibabacloud_tea_openapi.utils_models import OpenApiRequest, Params
from darabonba.runtime import RuntimeOptions


def refused(code, status, call, *arguments):
    with pytest.raises(ClientException) as caught:
        call(*arguments)
    error = caught.value
    assert (error.code, error.status_code) == (code, status), error
    body = error.data
    assert {"RequestId", "HostId", "Code", "Message", "Recommend"} <= set(body)
    assert body["RequestId"] and body["Message"]
    return error


def list_keys(client, **fields):
    return client.list_api_keys(models.ListApiKeysRequest(**fields))


def list_with_headers(client, headers):
    return client.list_api_keys_with_options(models.ListApiKeysRequest(), headers, RuntimeOptions())


def call(client, action, method, path, query=None, version="2026-02-10"):
    parameters = Params(
        action=action, version=version, protocol="HTTP", pathname=path, method=method,
        auth_type="AK", style="ROA", req_body_type="json", body_type="json",
    )  # fmt: skip
    return client.call_api(parameters, OpenApiRequest(query=query or {}), RuntimeOptions())


def at(minutes):
    date = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)
    return {"x-acs-date": date.strftime("%Y-%m-%dT%H:%M:%SZ")}


def test_wrong_secret(server):
    secret = "X" * 30
    error = refused("SignatureDoesNotMatch", 400, list_keys, server.client(access_key_secret=secret))
    for hidden in (secret, server.access_key_secret, "Canonical", "StringToSign"):
        assert hidden not in str(error.data)


def test_unknown_access_key(server):
    refused("InvalidAccessKeyId.NotFound", 404, list_keys, server.client(access_key_id="LTAI5tNotKnownHere000001"))


@pytest.mark.parametrize("minutes", [-16, 16])
def test_wrong_clock(sdk, minutes):
    refused("InvalidTimeStamp.Expired", 400, list_with_headers, sdk, at(minutes))


@pytest.mark.parametrize("minutes", [-14, 14])
def test_a_clock_that_is_a_little_off(sdk, minutes):
    assert list_with_headers(sdk, at(minutes)).body.success is True


def test_a_nonce_is_good_once(sdk):
    headers = {"x-acs-signature-nonce": uuid.uuid4().hex}
    assert list_with_headers(sdk, headers).body.success is True
    refused("SignatureNonceUsed", 400, list_with_headers, sdk, headers)


def test_unsigned(server):
    status, body = server.get("/modelstudio/apikeys")
    assert (status, body["Code"]) == (400, "IncompleteSignature")


def test_a_bearer_key_opens_nothing_here(sdk, server):
    key = sdk.create_api_key(models.CreateApiKeyRequest()).body.api_key.api_key_value
    status, body = server.get("/modelstudio/apikeys", key)
    assert (status, body["Code"]) == (400, "IncompleteSignature")


@pytest.mark.parametrize(
    ("action", "method", "path"),
    [
        ("ListEverything", "GET", "/modelstudio/apikeys"),
        ("ListApiKeys", "GET", "/modelstudio/keys"),
        ("ListApiKeys", "POST", "/modelstudio/apikeys"),
        ("DeleteApiKey", "GET", "/modelstudio/apikeys/1001"),
    ],
)
def test_unknown_action_method_or_path(sdk, action, method, path):
    refused("InvalidApiOrAction", 404, call, sdk, action, method, path)


def test_unknown_version(sdk):
    refused("InvalidApiOrAction", 404, call, sdk, "ListApiKeys", "GET", "/modelstudio/apikeys", None, "2023-12-29")


@pytest.mark.parametrize("value", ["0", "101", "-1", "ten", "1.5"])
def test_malformed_max_results(sdk, value):
    query = {"maxResults": value}
    for action, path in (("ListApiKeys", "/modelstudio/apikeys"), ("ListWorkspaces", "/modelstudio/workspaces")):
        refused("InvalidParameter.maxResults", 400, call, sdk, action, "GET", path, query)


def test_malformed_parameters_of_a_list(sdk):
    refused("InvalidParameter.nextToken", 400, lambda: list_keys(sdk, next_token="什么"))
    refused("InvalidParameter.order", 400, lambda: list_keys(sdk, order="UP"))
    refused("InvalidParameter.orderBy", 400, lambda: list_keys(sdk, order_by="description"))
    query = {"apiKeyId": "one"}
    refused("InvalidParameter.apiKeyId", 400, call, sdk, "ListApiKeys", "GET", "/modelstudio/apikeys", query)


def test_a_token_of_another_order(sdk):
    for _ in range(2):
        sdk.create_api_key(models.CreateApiKeyRequest())
    token = list_keys(sdk, max_results=1).body.next_token
    refused("InvalidParameter.nextToken", 400, lambda: list_keys(sdk, order="ASC", next_token=token))


def test_descriptions_that_are_too_long(sdk):
    key = sdk.create_api_key(models.CreateApiKeyRequest(description="长" * 200)).body.api_key
    request = models.CreateApiKeyRequest(description="长" * 201)
    refused("InvalidParameter.description", 400, sdk.create_api_key, request)
    change = models.UpdateApiKeyRequest(description="长" * 201)
    refused("InvalidParameter.description", 400, sdk.update_api_key, str(key.api_key_id), change)
    assert list_keys(sdk).body.total_count == 1


@pytest.mark.parametrize(
    "addresses", [["example.com"], ["1.2.3.4/33"], ["127.0.0.1", ""], [f"10.0.0.{last}" for last in range(21)]]
)
def test_allowlists_that_are_none(sdk, addresses):
    auth = models.CreateApiKeyRequestAuth(type="Custom", access_ips=addresses)
    request = models.CreateApiKeyRequest(auth=auth)
    refused("InvalidParameter.auth.accessIps", 400, sdk.create_api_key, request)
    assert list_keys(sdk).body.total_count == 0


def test_a_permission_of_no_known_type(sdk):
    for auth in (models.CreateApiKeyRequestAuth(type="Some"), models.CreateApiKeyRequestAuth(access_ips=["1.2.3.4"])):
        refused("InvalidParameter.auth", 400, sdk.create_api_key, models.CreateApiKeyRequest(auth=auth))


def test_quota(sdk):
    for _ in range(50):
        last = sdk.create_api_key(models.CreateApiKeyRequest()).body.api_key
    refused("QuotaExceeded.ApiKey", 400, sdk.create_api_key, models.CreateApiKeyRequest())
    sdk.delete_api_key(str(last.api_key_id))
    sdk.create_api_key(models.CreateApiKeyRequest())


def test_unknown_keys(sdk):
    gone = str(sdk.create_api_key(models.CreateApiKeyRequest()).body.api_key.api_key_id)
    sdk.delete_api_key(gone)
    for key_id in (gone, "1"):
        refused("ApiKeyNotFound", 404, sdk.get_api_key, key_id)
        refused("ApiKeyNotFound", 404, sdk.update_api_key, key_id, models.UpdateApiKeyRequest(description="x"))
        refused("ApiKeyNotFound", 404, sdk.disable_api_key, key_id, models.DisableApiKeyRequest())
        refused("ApiKeyNotFound", 404, sdk.enable_api_key, key_id, models.EnableApiKeyRequest())
        refused("ApiKeyNotFound", 404, sdk.reset_api_key, key_id, models.ResetApiKeyRequest())
        refused("ApiKeyNotFound", 404, sdk.delete_api_key, key_id)
    refused("InvalidParameter.apiKeyId", 400, sdk.get_api_key, "one")


def test_unknown_workspaces(sdk):
    request = models.CreateApiKeyRequest(workspace_id="ws-none")
    refused("WorkSpaceNotFound", 404, sdk.create_api_key, request)
    refused("WorkSpaceNotFound", 404, sdk.delete_workspace, "ws-none", models.DeleteWorkspaceRequest())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (None, "MissingParameter.workspaceName"),
        ("", "MissingParameter.workspaceName"),
        ("长" * 31, "InvalidParameter.workspaceName"),
    ],
)
def test_workspace_names(sdk, name, code):
    refused(code, 400, sdk.create_workspace, models.CreateWorkspaceRequest(workspace_name=name))


def test_another_service_site(sdk):
    request = models.CreateWorkspaceRequest(workspace_name="远", service_site="japan")
    refused("InvalidParameter.serviceSite", 400, sdk.create_workspace, request)
