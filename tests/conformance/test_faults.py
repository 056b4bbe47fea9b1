"""What can be wrong with the server, as the official SDK reports it."""

import time

import pytest
from alibabacloud_modelstudio20260210 import models
from alibabacloud_tea_openapi.exceptions import ClientException, ThrottlingException

CODES = {
    "NoPermission": 403, "InvalidApiOrAction": 404, "InvalidAccessKeyId.NotFound": 404,
    "InvalidAccessKeyId.Inactive": 400, "SignatureDoesNotMatch": 400, "IncompleteSignature": 400,
    "InvalidTimeStamp.Expired": 400, "InvalidSecurityToken.Expired": 400, "Forbidden.RAM": 403, "Arrearage": 400,
    "AccessDenied.Unpurchased": 403,
}  # fmt: skip


def list_keys(server):
    return server.client().list_api_keys(models.ListApiKeysRequest()).body


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("shape", ["gateway", "xml"])
def test_a_code(pretending, code, shape):
    server = pretending("--fail", code, "--fail-shape", shape)
    with pytest.raises(ClientException) as caught:
        list_keys(server)
    error = caught.value
    assert (error.code, error.status_code) == (code, CODES[code])
    assert error.request_id and error.message
    if (code, shape) == ("NoPermission", "gateway"):
        assert error.access_denied_detail["AuthAction"] == "modelstudio:ListApiKeys"


def test_a_failure_inside_an_answer(pretending):
    body = list_keys(pretending("--fail", "Arrearage", "--fail-shape", "envelope"))
    assert (body.success, body.code, body.http_status_code) == (False, "Arrearage", 400)


def test_one_operation_fails_alone(pretending):
    server = pretending("--fail", "ListModels=Arrearage")
    assert list_keys(server).success is True
    with pytest.raises(ClientException):
        server.client().list_models(models.ListModelsRequest())


def test_throttling_says_how_long(pretending):
    server = pretending("--throttle-every", "2", "--retry-after-ms", "1500")
    assert list_keys(server).success is True
    with pytest.raises(ThrottlingException) as caught:
        list_keys(server)
    assert (caught.value.code, caught.value.retry_after) == ("Throttling.User", 1500)
    assert list_keys(server).success is True


def test_a_slow_server(pretending):
    server = pretending("--delay-ms", "300")
    begun = time.monotonic()
    assert list_keys(server).success is True
    assert time.monotonic() - begun >= 0.3


def test_a_newer_server(pretending):
    server = pretending("--new-fields")
    client = server.client()
    auth = models.CreateApiKeyRequestAuth(type="Custom", access_ips=["127.0.0.1"])
    key_id = client.create_api_key(models.CreateApiKeyRequest(auth=auth)).body.api_key.api_key_id
    shown = client.get_api_key(str(key_id)).body.api_key
    assert (shown.auth.type, shown.auth.access_ips) == ("CustomWithSchedule", ["127.0.0.1"])


def test_a_captive_portal(pretending):
    server = pretending("--html")
    with pytest.raises(Exception) as caught:
        list_keys(server)
    assert not isinstance(caught.value, ClientException)
    with pytest.raises(ValueError):
        server.get("/compatible-mode/v1/models")
