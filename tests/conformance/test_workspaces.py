"""Every operation on workspaces, through the official SDK."""

from alibabacloud_modelstudio20260210 import models


def create(sdk, name):
    return sdk.create_workspace(models.CreateWorkspaceRequest(workspace_name=name)).body.workspace


def listed(sdk, **fields):
    return sdk.list_workspaces(models.ListWorkspacesRequest(**fields)).body


def delete(sdk, workspace_id):
    return sdk.delete_workspace(workspace_id, models.DeleteWorkspaceRequest()).body


def test_the_default_workspace_is_there(sdk, server):
    body = listed(sdk)
    assert body.success is True and body.total_count == 1
    workspace = body.workspaces[0]
    assert workspace.workspace_id == server.workspace_id
    assert workspace.workspace_name and workspace.region and workspace.service_site and workspace.gmt_create > 0
    assert workspace.api_host == server.endpoint


def test_create_and_find(sdk):
    workspace = create(sdk, "研发一部")
    assert workspace.workspace_id.startswith("ws-") and workspace.workspace_name == "研发一部"
    create(sdk, "研发二部")
    assert [entry.workspace_id for entry in listed(sdk, workspace_name="一部").workspaces] == [workspace.workspace_id]
    assert listed(sdk, workspace_name="研发").total_count == 2
    by_id = listed(sdk, workspace_id=workspace.workspace_id).workspaces
    assert [entry.workspace_name for entry in by_id] == ["研发一部"]
    assert not listed(sdk, workspace_id="ws-none").workspaces


def test_pages(sdk, server):
    ids = [server.workspace_id] + [create(sdk, f"空间 {number}").workspace_id for number in range(6)]
    token, seen = None, []
    while True:
        body = listed(sdk, max_results=3, next_token=token)
        assert len(body.workspaces) <= 3 and (body.total_count, body.max_results) == (7, 3)
        seen += [workspace.workspace_id for workspace in body.workspaces]
        token = body.next_token
        if not token:
            break
    assert seen == ids


def test_delete(sdk):
    workspace_id = create(sdk, "short-lived").workspace_id
    body = delete(sdk, workspace_id)
    assert body.success is True and body.is_deleted is True and not body.fail_reasons
    assert not listed(sdk, workspace_id=workspace_id).workspaces


def test_a_workspace_with_keys_stays(sdk):
    workspace_id = create(sdk, "in use").workspace_id
    key = sdk.create_api_key(models.CreateApiKeyRequest(workspace_id=workspace_id)).body.api_key
    body = delete(sdk, workspace_id)
    assert body.success is False and body.is_deleted is False and body.code == "WorkSpaceNotDeletable"
    assert [reason.resource_type for reason in body.fail_reasons] == ["ApiKey"]
    assert body.fail_reasons[0].reason
    sdk.delete_api_key(str(key.api_key_id))
    assert delete(sdk, workspace_id).is_deleted is True


def test_the_default_workspace_stays(sdk, server):
    body = delete(sdk, server.workspace_id)
    assert body.is_deleted is False
    assert [reason.resource_type for reason in body.fail_reasons] == ["DefaultWorkspace"]
    assert listed(sdk, workspace_id=server.workspace_id).workspaces
