"""Every operation on models, what workspaces may do with them and how much, through the official SDK."""

import pytest
from alibabacloud_modelstudio20260210 import models
from alibabacloud_tea_openapi.exceptions import ClientException


def listed(sdk, **fields):
    return sdk.list_models(models.ListModelsRequest(**fields)).body


def permissions(sdk, workspace, **fields):
    return sdk.list_model_permissions(models.ListModelPermissionsRequest(workspace_id=workspace, **fields)).body


def permit(sdk, workspace, switch=None, **granted):
    """Grants what is named, such as qwen_plus=True."""
    changes = [
        models.UpdateModelPermissionsRequestModels(model=name.replace("_", "-"), inference=inference)
        for name, inference in granted.items()
    ]
    request = models.UpdateModelPermissionsRequest(
        workspace_id=workspace, access_all_entities=switch, models=changes or None
    )
    return sdk.update_model_permissions(request).body


def limits(sdk, **fields):
    return sdk.list_model_limits(models.ListModelLimitsRequest(**fields)).body


def limit(sdk, workspace, operation, model="qwen-plus", **fields):
    change = models.UpdateModelLimitsRequestWorkspaceLimits(model=model, operation_type=operation, **fields)
    request = models.UpdateModelLimitsRequest(workspace_id=workspace, workspace_limits=[change])
    return sdk.update_model_limits(request).body


def refused(code, call, *arguments, **fields):
    with pytest.raises(ClientException) as caught:
        call(*arguments, **fields)
    assert caught.value.code == code, caught.value


@pytest.fixture
def workspace(sdk):
    request = models.CreateWorkspaceRequest(workspace_name="研发")
    return sdk.create_workspace(request).body.workspace.workspace_id


def test_models_are_whole(sdk):
    body = listed(sdk)
    assert body.success is True and body.total_count == len(body.models)
    by_model = {model.model: model for model in body.models}
    plus = by_model["qwen-plus"]
    assert (plus.name, plus.provider, plus.capabilities) == ("Qwen-Plus", "qwen", ["TG"])
    assert plus.model_info.context_window == 1_000_000
    assert plus.inference_metadata.request_modality == ["Text"]
    prices = [(price.price_name, price.price) for band in plus.prices for price in band.prices]
    assert prices == [("input_token", "0.80"), ("output_token", "2.00")]


def test_models_are_filtered(sdk):
    def names(**fields):
        return [model.model for model in listed(sdk, **fields).models]

    assert names(model="qwen-plus") == ["qwen-plus"]
    assert names(name="CODER") == ["qwen3-coder-plus"]
    assert names(capabilities=["VU", "TR"]) == ["qwen3-vl-plus", "text-embedding-v4"]
    assert names(features=["function-calling"], context_window=1_000_000) == names(context_window=1_000_000)
    assert names(providers=["somebody else"]) == []
    assert len(names(language="zh", max_results=2)) == 2


def test_permissions_of_a_workspace(sdk, workspace, server):
    key = sdk.create_api_key(models.CreateApiKeyRequest(workspace_id=workspace)).body.api_key.api_key_value

    def callable_models():
        return [model["id"] for model in server.models(key)[1]["data"]]

    assert permit(sdk, workspace, "CLOSE").success is True
    assert callable_models() == []
    permit(sdk, workspace, "KEEP", qwen_plus=True, qwen_max=True)
    assert callable_models() == ["qwen-max", "qwen-plus"]
    permit(sdk, workspace, None, qwen_max=False)
    assert callable_models() == ["qwen-plus"]
    status, body = server.chat(key, "qwen-max")
    assert (status, body["error"]["code"]) == (403, "Model.AccessDenied")
    assert server.chat(key, "qwen-plus")[0] == 200

    body = permissions(sdk, workspace, authorization_scope="AUTHORIZED", model_action="INFERENCE")
    assert [(entry.model, entry.permissions.inference) for entry in body.list] == [("qwen-plus", True)]
    permit(sdk, workspace, "OPEN")
    body = permissions(sdk, workspace, authorization_scope="AUTHORIZED", model_action="INFERENCE")
    assert body.total_count == listed(sdk).total_count


def test_permissions_in_pages_and_by_name(sdk, server):
    body = permissions(sdk, server.workspace_id, max_results=3)
    assert len(body.list) == 3 and all(entry.permissions.inference for entry in body.list)
    rest = permissions(sdk, server.workspace_id, next_token=body.next_token)
    assert len(rest.list) == body.total_count - 3
    wanted = models.ListModelPermissionsRequestFilter(model="qwen-max")
    assert [entry.name for entry in permissions(sdk, server.workspace_id, filter=wanted).list] == ["Qwen-Max"]
    wanted = models.ListModelPermissionsRequestFilter(name="vl")
    assert [entry.model for entry in permissions(sdk, server.workspace_id, filter=wanted).list] == ["qwen3-vl-plus"]


def test_permissions_that_cannot_be(sdk, server, workspace):
    refused("MissingParameter.workspaceId", permissions, sdk, None)
    refused("WorkSpaceNotFound", permissions, sdk, "ws-none")
    refused("InvalidParameter.authorizationScope", permissions, sdk, workspace, authorization_scope="ALL")
    refused("InvalidParameter.modelAction", permissions, sdk, workspace, model_action="TRAIN")
    refused("InvalidParameter.accessAllEntities", permit, sdk, workspace, "YES")
    refused("ModelNotFound", permit, sdk, workspace, "KEEP", no_such_model=True)
    refused("InvalidParameter.workspaceId", permit, sdk, server.workspace_id, "CLOSE")
    many = [models.UpdateModelPermissionsRequestModels(model="qwen-plus", inference=True)] * 21
    request = models.UpdateModelPermissionsRequest(workspace_id=workspace, models=many)
    refused("InvalidParameter.models", sdk.update_model_permissions, request)


def test_limits_of_a_workspace(sdk, workspace):
    both = dict(request_limit=30, request_limit_period=60, usage_limit=9_000, usage_limit_period=60)
    assert limit(sdk, workspace, "OVERLAY", **both).success is True
    entry = limits(sdk, workspace_id=workspace, model="qwen-plus").limits[0]
    assert (entry.name, entry.workspace_id) == ("Qwen-Plus", workspace)
    kept = entry.workspace_limit
    assert (kept.request_limit, kept.request_limit_period) == (30, 60)
    assert (kept.usage_limit, kept.usage_limit_period, kept.usage_limit_field) == (9_000, 60, "total_tokens")
    assert entry.model_limit.request_limit > 30

    limit(sdk, workspace, "OVERLAY", request_limit=5, request_limit_period=1)
    kept = limits(sdk, workspace_id=workspace, model="qwen-plus").limits[0].workspace_limit
    assert (kept.request_limit, kept.usage_limit) == (5, None)
    limit(sdk, workspace, "DELETE")
    assert limits(sdk, workspace_id=workspace, model="qwen-plus").limits[0].workspace_limit.request_limit is None


def test_limits_are_listed_in_pages(sdk):
    assert limits(sdk).total_count == listed(sdk).total_count
    assert len(limits(sdk, max_results=0).limits) == limits(sdk).total_count
    body = limits(sdk, max_results=3)
    assert len(body.limits) == 3
    assert len(limits(sdk, next_token=body.next_token, max_results=200).limits) == body.total_count - 3
    assert [entry.model for entry in limits(sdk, name="coder").limits] == ["qwen3-coder-plus"]


def test_limits_that_cannot_be(sdk, workspace):
    refused("InvalidParameter.maxResults", limits, sdk, max_results=201)
    refused("WorkSpaceNotFound", limits, sdk, workspace_id="ws-none")
    refused("InvalidParameter.workspaceLimits", limit, sdk, workspace, "OVERLAY")
    refused("InvalidParameter.workspaceLimits", limit, sdk, workspace, "REPLACE", request_limit=1)
    refused("InvalidParameter.workspaceLimits", limit, sdk, workspace, "OVERLAY", request_limit=-1, request_limit_period=1)
    refused("ModelNotFound", limit, sdk, workspace, "DELETE", model="no-such-model")
    refused("MissingParameter.workspaceId", limit, sdk, None, "DELETE")
