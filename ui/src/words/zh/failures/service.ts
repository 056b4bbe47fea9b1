// 访问地域时的失败：API Key、业务空间、临时 API Key、调用和任务。

import type { FailReasonView, PublicKeyProblemView, RefusalCauseView } from "../../../wire";
import type { FailureDictionary } from "../../failures";
import type { FailureWords } from "../../kinds";
import { regionName } from "../regions";

/** 为什么不使用这个公钥。 */
const PUBLIC_KEY_PROBLEMS: Record<PublicKeyProblemView, string> = {
  withheld: "服务没有给出公钥。",
  notBase64: "它不是 base64。",
  notRsa: "它不是 RSA 公钥，或不完整。",
  tooSmall: "它太短，不够安全。",
};

/** 为什么被拒绝，尽可能说明。 */
function refusal(cause: RefusalCauseView, platformCode: string): Pick<FailureWords, "why" | "next"> {
  switch (cause.kind) {
    case "disabled":
      return { why: "它已被禁用。", next: "启用后再测试。" };
    case "deleted":
      return {
        why: "它已被删除：服务的列表中没有它。",
        next: "请换一个 API Key，并撤销这台电脑上使用它的改动。",
      };
    case "replaced":
      return { why: "它已在别处重置，这台电脑上的是旧值。", next: "请粘贴新值，或在这里重置。" };
    case "wrongRegion":
      return {
        why: `它属于${regionName(cause.region)}，却用在了其他地域的域名上。`,
        next: "请使用它所在地域的域名。",
      };
    case "wrongPlan":
      return {
        why: "它属于 Coding Plan 或 Token Plan，却用在了其他域名上。",
        next: "请使用所属套餐的域名。",
      };
    case "wrongWorkspace":
      return {
        why: cause.workspace
          ? `它属于业务空间“${cause.workspace}”，却用在了其他业务空间的域名上，或其归属账号不是该业务空间的成员。`
          : "它属于其他业务空间，或其归属账号不是该业务空间的成员。",
        next: "请使用它所属业务空间的域名，或申请加入该业务空间。",
      };
    case "notYetKnown":
      return {
        why: "服务的列表显示一切正常：新建的 API Key 可能要一分钟才能生效。",
        next: "请等一分钟再测试。",
      };
    default:
      return {
        why: `服务不认识这个值（${platformCode}）。`,
        next: "如果刚刚创建，请等一分钟；否则请重置。",
      };
  }
}

/** 业务空间为什么不能删除，用服务的原话。 */
function standing(reasons: FailReasonView[]): string {
  if (reasons.length === 0) return "服务没有说明原因。";
  return `原因：${reasons.map((one) => `${one.resourceType}：${one.reason}`).join("；")}`;
}

export const service = {
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
  keyRefused: ({ disabled, platformCode, cause }) => ({
    what: "服务拒绝了这个 API Key。",
    ...refusal(disabled ? { kind: "disabled" } : cause, platformCode),
  }),
  permissionChanged: () => ({
    what: "没有保存。",
    why: "这个 API Key 的权限期间在别处被修改。",
    next: "请重新比较，决定保留哪一个。",
  }),
  permissionHasUnknownParts: ({ parts }) => ({
    what: "没有保存。",
    why: `这个 API Key 的权限含有当前版本不认识的内容：${parts.join("、")}。`,
    next: "请在平台控制台中修改，或更新 Studio Keys。",
  }),
  addressNotAllowed: ({ platformCode }) => ({
    what: "服务拒绝从这里使用这个 API Key。",
    why: `这台电脑的 IP 不在它的 IP 白名单中（${platformCode}）。`,
    next: "请在允许的 IP 上使用，或另建一个允许本机的 API Key。",
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
  workspaceNotFound: ({ workspaceId }) => ({
    what: "没有任何改动。",
    why: `服务中没有业务空间 ${workspaceId}，它已在别处删除。`,
    next: "请重新加载列表。",
  }),
  workspaceNotDeleted: ({ reasons, requestId }) => ({
    what: "没有删除业务空间。",
    why: `${standing(reasons)}（请求 ${requestId}）`,
    next: "请先清除这些内容，然后重试。",
  }),
  keyNotListed: () => ({
    what: "服务中没有任何改动。",
    why: "这个 API Key 是粘贴进来的，不在服务的列表中，本机只知道它的值。",
    next: "请在平台控制台中修改，或从本机移除。",
  }),
  hostUnknown: () => ({
    what: "无法使用这个 API Key。",
    why: "它所在的地域没有共享域名，也不知道它属于哪个业务空间。",
    next: "请指定它所属的业务空间。",
  }),
  rotationUnknown: () => ({
    what: "没有任何改动。",
    why: "这次更换已结束或不存在。",
    next: "请重新加载列表。",
  }),
  rotationUnderWay: () => ({
    what: "没有开始新的更换。",
    why: "这个 API Key 正在更换中。",
    next: "请继续正在进行的更换。",
  }),
  temporaryKeyEnded: () => ({
    what: "这个临时 API Key 已不能使用。",
    why: "有效期已过。",
    next: "请创建新的临时 API Key。",
  }),
  publicKeyUnusable: ({ host, problem }) => ({
    what: "没有发送任何内容。",
    why: `无法使用 ${host} 的公钥：${PUBLIC_KEY_PROBLEMS[problem] ?? "它已损坏。"}`,
    next: "请稍后重试；如果内容可以不保密，也可以不加密调用。",
  }),
  answerNotAuthentic: () => ({
    what: "已丢弃收到的回答。",
    why: "它没有按本次调用协商的方式加密，或在途中被改动。",
    next: "请重新调用；如果再次出现，说明途中有人在读取内容。",
  }),
  callUnknown: () => ({
    what: "没有可显示的内容。",
    why: "这次调用早已结束，不再保留。",
    next: "请重新调用。",
  }),
  taskNotPending: () => ({
    what: "没有取消任务。",
    why: "只有排队中的任务可以取消；这个任务正在运行或已结束。",
    next: "请重新查询任务的状态。",
  }),
  taskUnknown: () => ({
    what: "无法显示任务。",
    why: "服务不认识它：结果只保留 24 小时，且只对发起任务的账号可见。",
    next: "请检查任务 ID 和 API Key 所在的地域。",
  }),
} satisfies Partial<FailureDictionary>;
