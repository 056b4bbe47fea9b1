"""The regions and identities that the server can be told to be, through the official SDK."""

import inspect
import re

import pytest
from alibabacloud_modelstudio20260210 import models
from alibabacloud_modelstudio20260210.client import Client
from alibabacloud_tea_openapi.exceptions import ClientException
from alibabacloud_tea_openapi.utils_models import OpenApiRequest, Params
from darabonba.runtime import RuntimeOptions

SITES = {
    "cn-beijing": ("asia-pacific-china", None),
    "ap-southeast-1": ("international", None),
    "ap-northeast-1": ("global", "japan"),
    "cn-hongkong": ("global", "cn-hongkong"),
    "eu-central-1": ("global", "european-union"),
    "us-east-1": ("global", "united-states"),
}


def refused(code, status, call, *arguments):
    with pytest.raises(ClientException) as caught:
        call(*arguments)
    assert (caught.value.code, caught.value.status_code) == (code, status), caught.value
    return caught.value


def make(client, **fields):
    return client.create_api_key(models.CreateApiKeyRequest(**fields)).body.api_key


def caller(client):
    parameters = Params(
        action="GetCallerIdentity", version="2015-04-01", protocol="HTTP", pathname="/", method="POST",
        auth_type="AK", style="RPC", req_body_type="formData", body_type="json",
    )  # fmt: skip
    return client.call_api(parameters, OpenApiRequest(), RuntimeOptions())["body"]


def test_every_operation_of_the_sdk_is_known(server):
    """Each operation under /modelstudio that the SDK can send is one of the server's, whatever it says to no parameters."""
    source = inspect.getsource(Client)
    found = set(re.findall(r"action = '(\w+)',\s+version = '[\d-]+',\s+protocol = '\w+',\s+"
                           r"pathname = f'(/modelstudio/[^']+)',\s+method = '(\w+)'", source))  # fmt: skip
    assert len(found) == 18, found
    client = server.client()
    for action, path, method in found:
        path = re.sub(r"\{[^}]+\}", "1", path)
        parameters = Params(
            action=action, version="2026-02-10", protocol="HTTP", pathname=path, method=method,
            auth_type="AK", style="ROA", req_body_type="formData", body_type="json",
        )  # fmt: skip
        try:
            client.call_api(parameters, OpenApiRequest(), RuntimeOptions())
        except ClientException as refusal:
            assert refusal.code != "InvalidApiOrAction", (action, path, method)


@pytest.mark.parametrize("region", SITES)
def test_workspaces_of_a_region(pretending, region):
    client = pretending("--region", region).client()
    usual, other = SITES[region]
    default = client.list_workspaces(models.ListWorkspacesRequest()).body.workspaces[0]
    assert (default.region, default.service_site) == (region, usual)
    named = models.CreateWorkspaceRequest(workspace_name="x", service_site=other or usual)
    if other:
        assert client.create_workspace(named).body.workspace.service_site == other
    else:
        refused("InvalidParameter.serviceSite", 400, client.create_workspace, named)
    made = client.create_workspace(models.CreateWorkspaceRequest(workspace_name="y")).body.workspace
    assert made.service_site == usual


def test_virginia(pretending):
    client = pretending("--region", "us-east-1").client()
    key_id = str(make(client).api_key_id)
    custom = models.CreateApiKeyRequest(auth=models.CreateApiKeyRequestAuth(type="Custom"))
    refused("UnsupportedOperation", 400, client.create_api_key, custom)
    refused("UnsupportedOperation", 400, client.disable_api_key, key_id, models.DisableApiKeyRequest())
    refused("UnsupportedOperation", 400, client.reset_api_key, key_id, models.ResetApiKeyRequest())
    for _ in range(19):
        make(client)
    refused("QuotaExceeded.ApiKey", 400, client.create_api_key, models.CreateApiKeyRequest())


def test_a_ram_user(pretending):
    first = make(pretending("--region", "cn-beijing").client())
    server = pretending("--region", "cn-beijing", "--identity", "ram", "--deny", "ListWorkspaces")
    client = server.client()
    assert client.list_api_keys(models.ListApiKeysRequest()).body.total_count == 0
    refused("ApiKeyNotFound", 404, client.get_api_key, str(first.api_key_id))
    error = refused("NoPermission", 403, client.list_workspaces, models.ListWorkspacesRequest())
    assert error.access_denied_detail["AuthAction"] == "modelstudio:ListWorkspaces"
    own = make(client)
    assert own.created_by != first.created_by
    body = caller(client)
    assert body["IdentityType"] == "RAMUser" and ":user/" in body["Arn"] and body["UserId"] == own.created_by


def test_the_main_account(pretending):
    body = caller(pretending("--region", "cn-hongkong").client())
    assert body["IdentityType"] == "Account" and body["UserId"] == body["AccountId"] and body["RequestId"]


def test_quota_pages_and_hosts(pretending):
    host = "{WorkspaceId}.cn-hongkong.maas.aliyuncs.com"
    flags = ("--region", "cn-hongkong", "--quota", "1", "--max-page", "2", "--api-host", host)
    server = pretending(*flags)
    client = server.client()
    make(client)
    refused("QuotaExceeded.ApiKey", 400, client.create_api_key, models.CreateApiKeyRequest())
    refused("InvalidParameter.maxResults", 400, client.list_models, models.ListModelsRequest(max_results=3))
    assert len(client.list_models(models.ListModelsRequest()).body.models) == 2
    workspace = client.list_workspaces(models.ListWorkspacesRequest()).body.workspaces[0]
    assert workspace.api_host == host.replace("{WorkspaceId}", server.workspace_id)
