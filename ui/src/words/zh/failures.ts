// 简体中文：每种失败三句话：发生了什么、为什么、下一步做什么。

import { sentenceFor } from "../addresses";
import type { FailureDictionary } from "../failures";
import { addresses } from "./addresses";

/** 文件，以及已知的行号。 */
function at(path: string, line: number | null): string {
  return line === null ? `${path} ` : `${path} 第 ${line} 行`;
}

export const failures: FailureDictionary = {
  secretStoreLocked: () => ({
    what: "无法读取或保存 API Key 的值。",
    why: "密钥环已锁定。",
    next: "请解锁后重试。",
  }),
  secretStoreAbsent: () => ({
    what: "无法读取或保存 API Key 的值。",
    why: "这台电脑没有密钥环，也没有选择加密文件。",
    next: "请在“设置”中选择 API Key 的存放位置。",
  }),
  secretStoreRefused: ({ detail }) => ({
    what: "无法读取或保存 API Key 的值。",
    why: `密钥环拒绝了请求：${detail}`,
    next: "请检查密钥环后重试。",
  }),
  secretMissing: () => ({
    what: "这台电脑上没有这个 API Key 的值。",
    why: "它不是在本机创建的，或已从密钥环中移除。",
    next: "重置后可获得新值。",
  }),
  passphraseWrong: () => ({ what: "加密文件没有打开。", why: "口令不正确。", next: "请重新输入口令。" }),
  passphraseTooShort: ({ minimum }) => ({
    what: "没有创建加密文件。",
    why: "口令太短。",
    next: `请使用至少 ${minimum} 个字符。`,
  }),
  secretFileUnusable: ({ path, reason }) => ({
    what: "无法使用加密文件。",
    why: `文件 ${path} 有问题：${reason}`,
    next: "请放回这个文件的副本，或移走它并重新创建。",
  }),
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
  valueUnsuitable: () => ({
    what: "没有写入任何内容。",
    why: "这个 API Key 含有变量不能保存的字符。",
    next: "请重置以获得新值。",
  }),
  noDestination: () => ({ what: "没有可写入的内容。", why: "没有勾选任何位置。", next: "请至少勾选一处。" }),
  regionNeedsAccount: () => ({
    what: "无法访问该地域。",
    why: "还没有为它设置账号。",
    next: "请使用“这台电脑”，或打开控制台的 API Key 页面。",
  }),
  regionCannot: () => ({
    what: "没有任何改动。",
    why: "该地域不支持这个操作。",
    next: "如有需要，请换一个地域。",
  }),
  localStudioStopped: ({ reason }) => ({
    what: "这台电脑上的服务没有运行。",
    why: `系统提示：${reason}`,
    next: "请关闭 Studio Keys 后重新启动。",
  }),
  quotaReached: ({ limit }) => ({
    what: "没有创建 API Key。",
    why: `已有 ${limit} 个 API Key，达到上限。`,
    next: "请删除不再使用的 API Key。",
  }),
  keyNotFound: () => ({
    what: "没有任何改动。",
    why: "服务中没有这个 API Key，它已在别处删除。",
    next: "请重新加载列表。",
  }),
  keyRefused: ({ disabled, platformCode }) =>
    disabled
      ? { what: "服务拒绝了这个 API Key。", why: "它已被禁用。", next: "启用后再测试。" }
      : {
          what: "服务拒绝了这个 API Key。",
          why: `服务不认识这个值（${platformCode}）。`,
          next: "如果刚刚创建，请等一分钟；否则请重置。",
        },
  permissionChanged: () => ({
    what: "没有保存。",
    why: "这个 API Key 的权限期间在别处被修改。",
    next: "请重新比较，决定保留哪一个。",
  }),
  addressNotAllowed: ({ platformCode }) => ({
    what: "服务拒绝从这里使用这个 API Key。",
    why: `这台电脑的 IP 不在它的 IP 白名单中（${platformCode}）。`,
    next: "请在允许的 IP 上使用，或另建一个允许本机的 API Key。",
  }),
  accessKeyRefused: ({ platformCode, requestId }) => ({
    what: "服务拒绝了这个账号。",
    why: `AccessKey 没有被接受（${platformCode}，请求 ${requestId}）。`,
    next: "请检查该地域的账号。",
  }),
  clockWrong: ({ requestId }) => ({
    what: "服务拒绝了请求。",
    why: `这台电脑的时钟误差超过 15 分钟（请求 ${requestId}）。`,
    next: "请校准时钟后重试。",
  }),
  tooManyRequests: () => ({ what: "服务拒绝了请求。", why: "请求过于频繁。", next: "请等一分钟后重试。" }),
  platformRefused: ({ platformCode, message, requestId }) => ({
    what: "服务拒绝了请求。",
    why: `服务提示：${message}（${platformCode}，请求 ${requestId}）`,
    next: "请按提示修改后重试。",
  }),
  unreachable: ({ host }) => ({
    what: "无法访问服务。",
    why: `连接不上 ${host}。`,
    next: "请检查网络后重试。",
  }),
  timedOut: ({ host }) => ({
    what: "不知道请求的结果。",
    why: `${host} 没有及时回答。`,
    next: "重试之前请先查看 API Key 列表。",
  }),
  connectionLost: ({ host }) => ({
    what: "不知道请求的结果。",
    why: `与 ${host} 的连接中断了。`,
    next: "重试之前请先查看 API Key 列表。",
  }),
  createdWithoutValue: () => ({
    what: "API Key 已创建，但没有收到它的值。",
    why: "连接在收到服务的回答之前中断了。",
    next: "请关闭此窗口，然后重置该 API Key 以获得新的值，或将其删除。",
  }),
  outcomeUnknown: () => ({
    what: "还不知道第一次尝试是否已创建 API Key。",
    why: "目前无法询问服务。",
    next: "请在连接恢复后重试：在弄清之前不会创建第二个。",
  }),
  answerNotUnderstood: ({ host }) => ({
    what: "收到的回答无法使用。",
    why: `回答 ${host} 的不是该服务，可能是网络的登录页面。`,
    next: "请先登录网络，然后重试。",
  }),
  fileReadOnly: ({ path }) => ({
    what: "没有任何改动。",
    why: `${path} 是只读的。`,
    next: "请允许写入这个文件，或不勾选这一处。",
  }),
  filePermissionDenied: ({ path }) => ({
    what: "没有任何改动。",
    why: `你的账号没有权限读写 ${path}。`,
    next: "请授予权限，或不勾选这一处。",
  }),
  fileHardLinked: ({ path }) => ({
    what: "没有任何改动。",
    why: `${path} 还有另一个名称（硬链接），写入会让两者分开。`,
    next: "请不勾选这一处，或在那里手动设置。",
  }),
  pathUnsupported: ({ path }) => ({
    what: "没有任何改动。",
    why: `${path} 含有不能写进启动文件的字符。`,
    next: "请不勾选这一处，或在那里手动设置。",
  }),
  programMissing: ({ program }) => ({
    what: "没有任何改动。",
    why: `没有安装 ${program}。`,
    next: "请先安装，或不勾选这一处。",
  }),
  shellUnusable: ({ program }) => ({
    what: "没有任何改动。",
    why: `${program} 没有回答。`,
    next: "请确认它能在终端中启动，或不勾选这一处。",
  }),
  fileLinkBroken: ({ path }) => ({
    what: "没有任何改动。",
    why: `${path} 是一个失效的链接。`,
    next: "请修复或删除这个链接后重试。",
  }),
  fileNotOrdinary: ({ path }) => ({
    what: "没有任何改动。",
    why: `${path} 不是普通文件。`,
    next: "请不勾选这一处，或在那里手动设置。",
  }),
  fileTooLarge: ({ path }) => ({
    what: "没有任何改动。",
    why: `${path} 比正常的启动文件大得多。`,
    next: "请确认文件是否正确，或不勾选这一处。",
  }),
  fileHasSyntaxError: ({ path, line, detail }) => ({
    what: "没有任何改动。",
    why: `${at(path, line)}原本就有错误：${detail}`,
    next: "请先改正文件，然后重试。",
  }),
  changeBreaksFile: ({ path, line, detail }) => ({
    what: "没有任何改动。",
    why: `改动会破坏 ${at(path, line)}：${detail}`,
    next: "请不勾选这一处，或在那里手动设置。",
  }),
  fileEndsOpen: ({ path, line }) => ({
    what: "没有任何改动。",
    why: `${path} 在第 ${line} 行的语句或文字还没有写完。`,
    next: "请补全最后一行后重试。",
  }),
  lineNotAlone: ({ path, line }) => ({
    what: "没有任何改动。",
    why: `${path} 的第 ${line} 行属于更大的语句，不能单独注释掉。`,
    next: "请手动修改这一行，或保持原样。",
  }),
  fileBlockDamaged: ({ path, line }) => ({
    what: "没有任何改动。",
    why: `${path} 中 Studio Keys 写入的段落在第 ${line} 行已损坏。`,
    next: "请手动删除剩余的段落后重试。",
  }),
  fileChanged: ({ path }) => ({
    what: "没有任何改动。",
    why: `预览之后 ${path} 又被修改过。`,
    next: "请重新预览。",
  }),
  diskFull: ({ path }) => ({
    what: "没有任何改动。",
    why: `磁盘空间不足，无法写入 ${path}。`,
    next: "请清理出空间后重试。",
  }),
  fileNotWritten: ({ path, reason }) => ({
    what: "没有任何改动。",
    why: `无法写入 ${path}：${reason}`,
    next: "请检查这个文件后重试。",
  }),
  planUnknown: () => ({ what: "没有任何改动。", why: "这份预览已经过期。", next: "请重新预览。" }),
  anotherChange: () => ({
    what: "没有任何改动。",
    why: "另一个窗口正在改动这台电脑。",
    next: "请等它完成后重试。",
  }),
  journalDamaged: ({ path }) => ({
    what: "没有任何改动。",
    why: `${path} 中的改动记录已损坏。`,
    next: "请移走这个文件后重试；它记录的改动将无法在这里撤销。",
  }),
  changeUndone: () => ({ what: "没有任何改动。", why: "这项改动已经撤销。", next: "请重新加载列表。" }),
  changeUnknown: () => ({ what: "没有任何改动。", why: "列表中已没有这项改动。", next: "请重新加载列表。" }),
  clipboardUnavailable: ({ detail }) => ({
    what: "没有复制任何内容。",
    why: `剪贴板不可用：${detail}`,
    next: "请改为下载，或查看后手动输入。",
  }),
  catalogUnusable: ({ path, reason }) => ({
    what: "无法读取或保存 API Key 的信息。",
    why: `文件 ${path} 有问题：${reason}`,
    next: "请检查这个文件和磁盘空间，然后重新启动。",
  }),
  catalogTooNew: ({ path }) => ({
    what: "无法打开数据。",
    why: `${path} 由更新版本的 Studio Keys 写入。`,
    next: "请启动更新的版本。",
  }),
  interrupted: () => ({
    what: "操作没有完成。",
    why: "它在 Studio Keys 内部被中断。",
    next: "重试之前请先查看列表。",
  }),
};
