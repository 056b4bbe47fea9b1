"""OpenAI's official client."""

import openai as library
import pytest
from alibabacloud_modelstudio20260210 import models

from clients import ECHO, MESSAGES, MODEL, openai


@pytest.fixture
def client(server, key):
    return openai(server, key)


def test_models(client):
    names = [model.id for model in client.models.list()]
    assert MODEL in names and "studio-echo" in names
    assert client.models.retrieve("studio-echo").id == "studio-echo"


@pytest.mark.parametrize("model", [MODEL, "studio-echo"])
def test_chat(client, model):
    answer = client.chat.completions.create(model=model, messages=MESSAGES)
    assert answer.choices[0].message.content == ECHO
    assert answer.choices[0].finish_reason == "stop"
    assert answer.usage.total_tokens == answer.usage.prompt_tokens + answer.usage.completion_tokens > 0


def test_streamed_chat(client):
    whole = client.chat.completions.create(model=MODEL, messages=MESSAGES)
    stream = client.chat.completions.create(
        model=MODEL, messages=MESSAGES, stream=True, stream_options={"include_usage": True}
    )
    parts = list(stream)
    texts = [part.choices[0].delta.content for part in parts if part.choices and part.choices[0].delta.content]
    assert len(texts) > 2 and "".join(texts) == ECHO
    assert parts[-1].usage == whole.usage
    assert [part.choices[0].finish_reason for part in parts if part.choices][-1] == "stop"


def test_a_limit_of_tokens_cuts(client):
    answer = client.chat.completions.create(model=MODEL, messages=MESSAGES, max_completion_tokens=3)
    assert answer.choices[0].finish_reason == "length" and ECHO.startswith(answer.choices[0].message.content)
    assert answer.usage.completion_tokens == 3


def test_responses(client):
    answer = client.responses.create(model=MODEL, input=MESSAGES, instructions="Be brief.")
    assert (answer.status, answer.output_text) == ("completed", ECHO)


def test_streamed_responses(client):
    with client.responses.stream(model=MODEL, input=MESSAGES) as stream:
        kinds = [event.type for event in stream]
        final = stream.get_final_response()
    assert kinds[0] == "response.created" and kinds[-1] == "response.completed"
    assert kinds.count("response.output_text.delta") > 2
    assert final.output_text == ECHO and final.usage.output_tokens > 0


def test_refusals_are_the_clients_own(sdk, server, client):
    scope = models.CreateApiKeyRequestAuthModelAccessScope(allow_all_models=False, accessible_models=["qwen-max"])
    auth = models.CreateApiKeyRequestAuth(type="Custom", access_ips=["127.0.0.1"], model_access_scope=scope)
    narrow = sdk.create_api_key(models.CreateApiKeyRequest(auth=auth)).body.api_key.api_key_value
    with pytest.raises(library.PermissionDeniedError) as refused:
        openai(server, narrow).chat.completions.create(model=MODEL, messages=MESSAGES)
    assert refused.value.code == "Model.AccessDenied" and refused.value.request_id
    with pytest.raises(library.AuthenticationError) as refused:
        openai(server, "sk-ws-wrong").responses.create(model=MODEL, input="x")
    assert refused.value.code == "invalid_api_key"
    with pytest.raises(library.NotFoundError) as refused:
        client.chat.completions.create(model="none", messages=MESSAGES)
    assert refused.value.code == "model_not_found"
    with pytest.raises(library.BadRequestError):
        client.chat.completions.create(model=MODEL, messages=[])
