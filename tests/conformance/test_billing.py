"""Both operations on costs, through the official SDK: what was called on the data plane becomes money."""

import datetime
import json
from decimal import Decimal

import pytest
from alibabacloud_modelstudio20260210 import models
from alibabacloud_tea_openapi.exceptions import ClientException

DIMENSIONS = {
    "MAAS_TYPE", "BASE_MODEL", "API_KEY_ID", "WORKSPACE_ID", "FEE_TYPE", "CHARGE_TYPE", "BUSINESS_REGION",
    "SERVICE_SITE", "ARTICLE_CODE",
}  # fmt: skip


@pytest.fixture(scope="module")
def spent(server):
    """Two keys that called three models, and the tokens of each call."""
    client = server.client()
    keys = [client.create_api_key(models.CreateApiKeyRequest(description=text)).body.api_key for text in ("CI", "")]
    calls = []
    for key, model in ((keys[0], "qwen-max"), (keys[0], "qwen-plus"), (keys[1], "qwen-flash")):
        status, body = server.chat(key.api_key_value, model, "你好，世界")
        assert status == 200
        calls.append((str(key.api_key_id), model, body["usage"]["prompt_tokens"], body["usage"]["completion_tokens"]))
    return calls


def today():
    return datetime.datetime.now(datetime.timezone.utc).date()


def conditions(kind, dimensions):
    made = [
        getattr(models, f"{kind}RequestFilterDimensions")(code=code, select_type=select, values=values)
        for code, select, values in dimensions
    ]
    return getattr(models, f"{kind}RequestFilter")(dimensions=made)


def overview(client, by, month=None, where=(), **fields):
    request = models.GetBillingOverviewRequest(
        bill_month=month or today().strftime("%Y-%m"),
        group_by=[models.GetBillingOverviewRequestGroupBy(code=code) for code in ([by] if isinstance(by, str) else by)],
        filter=conditions("GetBillingOverview", where) if where else None,
        **fields,
    )
    return client.get_billing_overview(request).body


def trend(client, by, granularity="DAY", start=None, end=None, where=(), **fields):
    request = models.GetBillingTrendRequest(
        granularity=granularity,
        time_period=models.GetBillingTrendRequestTimePeriod(start=start or str(today()), end=end or str(today())),
        group_by=[models.GetBillingTrendRequestGroupBy(code=by)],
        filter=conditions("GetBillingTrend", where) if where else None,
        **fields,
    )
    return client.get_billing_trend(request).body


def cost(calls):
    price = {"qwen-max": ("2.4", "9.6"), "qwen-plus": ("0.8", "2"), "qwen-flash": ("0.15", "1.5")}
    million = Decimal(1_000_000)
    return sum(
        (Decimal(price[model][0]) * put_in + Decimal(price[model][1]) * came_out) / million
        for _, model, put_in, came_out in calls
    )


def test_a_month_by_key(server, spent):
    body = overview(server.client(), "API_KEY_ID")
    assert body.success is True and body.request_id
    data = body.data
    assert (data.currency, Decimal(data.total_amount)) == ("CNY", cost(spent))
    assert Decimal(data.pretax_amount) + Decimal(data.tax_amount) == Decimal(data.total_amount)
    assert [Decimal(group.amount) for group in data.groups] == [cost(spent[:2]), cost(spent[2:])]
    assert [group.key for group in data.groups] == [spent[0][0], spent[2][0]]
    assert data.groups[0].name == "CI" and data.groups[0].article_codes
    assert Decimal("0.999") < sum(Decimal(group.percentage) for group in data.groups) < Decimal("1.001")


@pytest.mark.parametrize("dimension", sorted(DIMENSIONS))
@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
def test_every_dimension(server, spent, dimension, locale):
    data = overview(server.client(), dimension, locale=locale).data
    assert sum(Decimal(group.amount) for group in data.groups) == cost(spent)
    assert all(group.key and group.name for group in data.groups)


def test_names_in_two_languages(server, spent):
    names = [overview(server.client(), "MAAS_TYPE", locale=locale).data.groups[0].name for locale in ("en-US", "zh-CN")]
    assert names == ["Model inference", "模型调用"]


def test_filters_and_tops(server, spent):
    client = server.client()
    where = [("BASE_MODEL", "NOT", ["qwen-max"]), ("API_KEY_ID", "IN", [spent[0][0]])]
    data = overview(client, "BASE_MODEL", where=where).data
    assert [group.key for group in data.groups] == ["qwen-plus"]
    data = overview(client, "BASE_MODEL", top_num=1).data
    assert [(group.key, group.percentage) for group in data.groups] == [("qwen-max", "1")]
    assert Decimal(data.total_amount) == cost(spent)
    assert overview(client, "BASE_MODEL", region_id="us-east-1").data.groups == []
    assert overview(client, "BASE_MODEL", month="2020-01").data.total_amount == "0.00"


def test_a_trend_folds_the_rest(server, spent):
    tomorrow = today() + datetime.timedelta(days=1)
    data = trend(server.client(), "BASE_MODEL", end=str(tomorrow), top_num=1).data
    assert [period.period for period in data.result_by_time] == [day.strftime("%Y%m%d") for day in (today(), tomorrow)]
    assert [group.key for group in data.group_by_total] == ["qwen-max", "DIMENSION_GROUP_OTHERS_VALUE"]
    assert Decimal(data.group_by_total[1].amount) == cost(spent[1:])
    assert Decimal(data.cost_totals.amount) == Decimal(data.result_by_time[0].total.amount) == cost(spent)
    assert (data.result_by_time[1].total.amount, data.result_by_time[1].period_details) == ("0.00", [])


def test_a_trend_by_month(server, spent):
    data = trend(server.client(), "WORKSPACE_ID", "MONTH", where=[("BASE_MODEL", "IN", ["qwen-flash"])]).data
    assert [period.period for period in data.result_by_time] == [today().strftime("%Y%m")]
    details = data.result_by_time[0].period_details
    assert [(detail.key, detail.percentage) for detail in details] == [(server.workspace_id, "1")]


def test_what_a_workspace_took_with_it_is_no_value(pretending):
    server = pretending("--region", "eu-central-1")
    client = server.client()
    request = models.CreateWorkspaceRequest(workspace_name="gone", service_site="european-union")
    workspace = client.create_workspace(request).body.workspace.workspace_id
    client.update_model_permissions(
        models.UpdateModelPermissionsRequest(workspace_id=workspace, access_all_entities="OPEN")
    )
    key = client.create_api_key(models.CreateApiKeyRequest(workspace_id=workspace)).body.api_key
    assert server.chat(key.api_key_value, "qwen-plus")[0] == 200
    assert overview(client, "SERVICE_SITE").data.groups[0].key == "european-union"
    client.delete_api_key(str(key.api_key_id))
    client.delete_workspace(workspace, models.DeleteWorkspaceRequest())
    data = overview(client, "SERVICE_SITE").data
    assert [(group.key, group.name) for group in data.groups] == [("DIMENSION_FILTER_NULL_VALUE", "-")]
    assert data.currency == "USD" and Decimal(data.tax_amount) > 0
    where = [("SERVICE_SITE", "NOT", ["DIMENSION_FILTER_NULL_VALUE"])]
    assert overview(client, "SERVICE_SITE", where=where).data.groups == []


def test_questions_that_are_none(server):
    client = server.client()
    for code, call, fields in (
        ("InvalidParameter.billMonth", overview, dict(month="2026-8")),
        ("InvalidParameter.groupBy", overview, dict(by=["API_KEY_ID", "BASE_MODEL"])),
        ("InvalidParameter.groupBy", overview, dict(by="COLOUR")),
        ("InvalidParameter.topNum", overview, dict(top_num=0)),
        ("InvalidParameter.locale", overview, dict(locale="fr")),
        ("InvalidParameter.filter", overview, dict(where=[("COLOUR", "IN", ["red"])])),
        ("InvalidParameter.granularity", trend, dict(granularity="WEEK")),
        ("InvalidParameter.timePeriod", trend, dict(start="2026-02-30", end="2026-03-01")),
        ("InvalidParameter.timePeriod", trend, dict(start="2026-03-02", end="2026-03-01")),
    ):
        with pytest.raises(ClientException) as caught:
            call(client, **{"by": "API_KEY_ID", **fields})
        assert caught.value.code == code, (caught.value, json.dumps(fields, default=str))
