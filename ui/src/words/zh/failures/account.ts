// 账号的失败：凭证被拒绝、缺少权限，以及本机与服务之间的阻碍。

import type { FailureDictionary } from "../../failures";

export const account = {
  regionNeedsAccount: () => ({
    what: "无法访问该地域。",
    why: "还没有为它设置账号。",
    next: "请添加账号，或使用“这台电脑”。",
  }),
  accessKeyRefused: ({ platformCode, requestId }) => ({
    what: "服务拒绝了这个账号。",
    why: `AccessKey 没有被接受（${platformCode}，请求 ${requestId}）。`,
    next: "请编辑账号并重新填写 AccessKey。",
  }),
  clockWrong: ({ requestId }) => ({
    what: "服务拒绝了请求。",
    why: `这台电脑的时钟误差超过 15 分钟（请求 ${requestId}）。`,
    next: "请校准时钟后重试。",
  }),
  accountUnknown: () => ({
    what: "没有任何改动。",
    why: "这个账号已被移除。",
    next: "请重新打开设置。",
  }),
  accountSecretMissing: ({ name }) => ({
    what: "无法访问服务。",
    why: `账号“${name}”的 AccessKey Secret 已不在密钥环中。`,
    next: "请编辑账号并重新填写 AccessKey。",
  }),
  accessKeyUnknown: ({ requestId }) => ({
    what: "服务拒绝了这个账号。",
    why: `服务不认识这个 AccessKey ID（请求 ${requestId}）。`,
    next: "请检查 ID 和站点；中国站的 AccessKey 在国际站不可用。",
  }),
  accessKeyInactive: ({ requestId }) => ({
    what: "服务拒绝了这个账号。",
    why: `这个 AccessKey 已被禁用（请求 ${requestId}）。`,
    next: "请在 RAM 控制台启用它，或换一个 AccessKey。",
  }),
  accessKeySecretWrong: ({ requestId }) => ({
    what: "服务拒绝了这个账号。",
    why: `AccessKey Secret 与 AccessKey ID 不匹配（请求 ${requestId}）。`,
    next: "请编辑账号并重新填写 Secret。",
  }),
  credentialsExpired: ({ requestId }) => ({
    what: "服务拒绝了这个账号。",
    why: `临时凭证已过期（请求 ${requestId}）。`,
    next: "请编辑账号并填写新的凭证。",
  }),
  permissionMissing: ({ action, requestId }) => ({
    what: "这个账号没有权限执行此操作。",
    why: action
      ? `RAM 用户缺少权限 ${action}（请求 ${requestId}）。`
      : `RAM 用户缺少权限，服务没有说明是哪一项（请求 ${requestId}）。`,
    next: "请把它加入该用户的权限策略：“设置”中有够用的最小 RAM 策略。",
  }),
  regionNotActivated: ({ platformCode }) => ({
    what: "该地域还不能使用。",
    why: `这个账号在该地域没有开通百炼（${platformCode}）。`,
    next: "请在该地域的控制台开通，然后刷新。",
  }),
  accountOwes: ({ platformCode }) => ({
    what: "服务拒绝了请求。",
    why: `账号已欠费（${platformCode}）。`,
    next: "请在费用中心结清欠款后重试。",
  }),
  signInPage: ({ host }) => ({
    what: "无法访问服务。",
    why: `回答 ${host} 的是网络的登录页面。`,
    next: "请先在浏览器中登录网络，然后重试。",
  }),
  notTrusted: ({ host }) => ({
    what: "没有发送任何内容。",
    why: `这台电脑不信任 ${host} 的证书。`,
    next: "如果你的网络使用自己的 CA，请在账号设置中填写它的证书文件。",
  }),
} satisfies Partial<FailureDictionary>;
