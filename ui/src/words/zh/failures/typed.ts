// 输入或粘贴内容的失败，在访问服务之前发现。

import type { CredentialProblemView, PastedProblemView } from "../../../wire";
import { sentenceFor } from "../../addresses";
import type { FailureDictionary } from "../../failures";
import type { FailureWords } from "../../kinds";
import { addresses } from "../addresses";

/** 为什么不是 AccessKey，以及怎么办。 */
const CREDENTIAL_PROBLEMS: Record<CredentialProblemView, Pick<FailureWords, "why" | "next">> = {
  idEmpty: { why: "AccessKey ID 为空。", next: "请从 RAM 控制台复制。" },
  secretEmpty: { why: "AccessKey Secret 为空。", next: "请粘贴与 ID 对应的 Secret。" },
  swapped: { why: "ID 和 Secret 填反了。", next: "请交换两者。" },
  idShape: {
    why: "AccessKey ID 以 LTAI 或 STS 开头，这个不是。",
    next: "请从 RAM 控制台复制 ID。",
  },
  secretShape: { why: "Secret 或 SecurityToken 的格式不正确。", next: "请重新完整复制，不要带其他内容。" },
  masked: { why: "这是打码后的内容，含有星号或省略号。", next: "请从创建它的地方复制完整的值。" },
  whiteSpace: { why: "其中有空格或换行。", next: "请只复制值本身，重新粘贴。" },
  tokenMissing: { why: "这是临时凭证的 ID，缺少 SecurityToken。", next: "请同时粘贴 SecurityToken。" },
  tokenNotNeeded: {
    why: "填写了 SecurityToken，但 AccessKey ID 不是临时凭证的 ID。",
    next: "请清空 SecurityToken，或填写与它一同得到的 ID。",
  },
  apiKey: {
    why: "这是用来调用模型的 API Key；管理 API Key 需要 AccessKey。",
    next: "请用“粘贴已有的 API Key”保存它，在这里填写 AccessKey。",
  },
};

/** 为什么不能作为 API Key 保存，以及怎么办。 */
const PASTED_PROBLEMS: Record<PastedProblemView, Pick<FailureWords, "why" | "next">> = {
  empty: { why: "没有粘贴任何内容。", next: "请复制 API Key 后粘贴。" },
  masked: {
    why: "这是打码后的内容，含有星号或省略号，不能用来调用。",
    next: "请从创建它的地方复制完整的 API Key。",
  },
  whiteSpace: { why: "其中有空格或换行。", next: "请只复制 API Key 本身，重新粘贴。" },
  placeholder: { why: "这是其他程序的占位符，不是 API Key。", next: "请从创建它的地方复制 API Key。" },
  accessKey: { why: "这是 AccessKey：用来管理 API Key，不能调用模型。", next: "请把它添加为账号。" },
  temporary: {
    why: "这是临时 API Key，半小时内失效，不会保存。",
    next: "请粘贴生成它的那个 API Key。",
  },
  shape: { why: "它不符合百炼 API Key 的格式。", next: "请重新复制；API Key 以 sk- 开头。" },
  length: { why: "它不完整，或比 API Key 长。", next: "请复制完整的 API Key，不要带其他内容。" },
};

export const typed = {
  descriptionTooLong: ({ length, limit }) => ({
    what: "没有创建 API Key。",
    why: `描述有 ${length} 个字符，最多 ${limit} 个。`,
    next: "请缩短描述。",
  }),
  allowlistEmpty: () => ({
    what: "没有保存。",
    why: "自定义权限至少需要一个 IP。",
    next: "请添加 IP，或选择“全部”。",
  }),
  allowlistTooLong: ({ count, limit }) => ({
    what: "没有保存。",
    why: `IP 白名单有 ${count} 项，最多 ${limit} 项。`,
    next: "请把相邻的 IP 合并成网段，或删去一些。",
  }),
  addressInvalid: ({ line, text }) => ({
    what: `第 ${line} 行不是 IP 地址。`,
    why: `“${text}”既不是 IP 地址也不是网段。`,
    next: "请写成 203.0.113.7 或 203.0.113.0/24 的形式。",
  }),
  addressHasHostBits: ({ line, text, block }) => ({
    what: `第 ${line} 行有两种可能的含义。`,
    why: `“${text}”既像一个地址又像一个网段。`,
    next: `整个网段请写 ${block}；单个地址请去掉斜杠之后的部分。`,
  }),
  addressUnsuitable: ({ line, text, problem }) => ({
    what: "没有保存。",
    why: `第 ${line} 行 ${text}：${sentenceFor(addresses.problems, problem, "这一项不能使用。")}`,
    next: "请修改或移除这一项。",
  }),
  modelsEmpty: () => ({
    what: "没有保存。",
    why: "“仅以下模型”至少需要一个模型。",
    next: "请选择模型，或选择全部模型。",
  }),
  groupNameEmpty: () => ({
    what: "没有保存分组。",
    why: "分组没有名称。",
    next: "请起一个名称，例如“办公室”。",
  }),
  groupNameTooLong: ({ length, limit }) => ({
    what: "没有保存分组。",
    why: `名称有 ${length} 个字符，最多 ${limit} 个。`,
    next: "请缩短名称。",
  }),
  groupNameTaken: ({ name }) => ({
    what: "没有保存分组。",
    why: `已经有名为“${name}”的分组。`,
    next: "请换一个名称。",
  }),
  groupUnknown: () => ({ what: "没有任何改动。", why: "这个分组已被删除。", next: "请重新打开分组。" }),
  echoServiceInvalid: ({ address }) => ({
    what: "没有保存查询 IP 的服务。",
    why: `“${address}”不是以 https:// 开头的网址。`,
    next: "请填写类似 https://icanhazip.com/ 的网址。",
  }),
  echoServicesSame: ({ host }) => ({
    what: "没有保存查询 IP 的服务。",
    why: `两个都是 ${host}，同一个服务不能互相印证。`,
    next: "请选择两个不同运营方的服务。",
  }),
  variableNameInvalid: ({ name }) => ({
    what: "没有写入任何内容。",
    why: `“${name}”不能作为变量名。`,
    next: "请使用字母、数字和下划线，并以字母开头。",
  }),
  variableReserved: ({ name }) => ({
    what: "没有写入任何内容。",
    why: `${name} 属于系统，当前会话依赖它。`,
    next: "请换一个名称。",
  }),
  variableTwice: ({ name }) => ({
    what: "没有写入任何内容。",
    why: `${name} 会被设置两次。`,
    next: "请选择两个不同的名称。",
  }),
  keyringWayMissing: () => ({
    what: "没有写入任何内容。",
    why: "这里不能在启动 shell 时读取密钥环。",
    next: "请改为保存在文件中。",
  }),
  valueUnsuitable: () => ({
    what: "没有写入任何内容。",
    why: "这个 API Key 含有变量不能保存的字符。",
    next: "请重置以获得新值。",
  }),
  noDestination: () => ({ what: "没有可写入的内容。", why: "没有勾选任何位置。", next: "请至少勾选一处。" }),
  accountNameEmpty: () => ({
    what: "没有保存账号。",
    why: "账号没有名称。",
    next: "请起一个名称，例如“公司”。",
  }),
  accountNameTaken: ({ name }) => ({
    what: "没有保存账号。",
    why: `已经有名为“${name}”的账号。`,
    next: "请换一个名称。",
  }),
  credentialsInvalid: ({ problem }) => ({
    what: "没有保存账号。",
    ...(CREDENTIAL_PROBLEMS[problem] ?? { why: "这不是 AccessKey。", next: "请重新复制 ID 和 Secret。" }),
  }),
  credentialsGone: () => ({
    what: "没有保存账号。",
    why: "在这台电脑上找到的凭证已不存在，或已改变。",
    next: "请重新查找，或手动填写 AccessKey。",
  }),
  credentialsFileUnusable: ({ path, reason }) => ({
    what: "无法查看这台电脑上的凭证。",
    why: `无法读取 ${path}：${reason}`,
    next: "请改正这个文件，或手动填写 AccessKey。",
  }),
  endpointInvalid: ({ text }) => ({
    what: "没有保存账号。",
    why: `“${text}”不是服务地址。`,
    next: "请写成 https://studio.example.com 的形式；只有本机地址可以用 http。",
  }),
  caFileUnusable: ({ path, reason }) => ({
    what: "没有保存账号。",
    why: `${path} 中没有可用的证书：${reason}`,
    next: "请填写含有 CA 证书的 PEM 文件，或留空。",
  }),
  workspaceNameInvalid: ({ length, limit }) => ({
    what: "没有创建业务空间。",
    why: `名称有 ${length} 个字符，应为 1 到 ${limit} 个。`,
    next: "请修改名称。",
  }),
  pastedInvalid: ({ problem }) => ({
    what: "无法作为 API Key 保存。",
    ...(PASTED_PROBLEMS[problem] ?? { why: "这不是 API Key。", next: "请重新复制并粘贴。" }),
  }),
  pastedGone: () => ({
    what: "没有保存。",
    why: "粘贴的 API Key 暂存了一段时间，现已清除。",
    next: "请重新粘贴。",
  }),
  periodInvalid: ({ start, end }) => ({
    what: "无法显示费用。",
    why: `${start || "空日期"} 至 ${end || "空日期"} 不是有效的时间段：结束日期不能早于开始日期。`,
    next: "请重新选择日期。",
  }),
  lifetimeInvalid: ({ seconds, limit }) => ({
    what: "没有创建临时 API Key。",
    why: `有效期为 ${seconds} 秒，应为 1 到 ${limit} 秒。`,
    next: "请选择其他有效期。",
  }),
  nothingToSend: () => ({
    what: "没有发送任何内容。",
    why: "调用需要模型和文本。",
    next: "请选择模型并输入文本。",
  }),
} satisfies Partial<FailureDictionary>;
