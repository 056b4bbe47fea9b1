// 简体中文：选择一个值已保存在这台电脑上的 API Key。

import type { Words } from "../en";

export const keptKeys: Words["keptKeys"] = {
  key: "使用的 API Key",
  loading: "正在加载 API Key",
  option: (name, masked) => `${name}（${masked}）`,
  disabledOption: (name) => `${name}（已禁用）`,
  groupWithout: (region, reason) => `${region}：${reason}`,
  host: "API Host（域名）",
  hostOption: (origin, kind) => `${origin}（${kind}）`,
  hosts: {
    thisComputer: "这台电脑",
    own: "自定义地址",
    workspace: "业务空间专属域名",
    shared: "地域共用域名",
    plan: "套餐域名",
  },
  noHost: "不知道这个 API Key 的 API Host。请先加载一次它所在地域的 API Key，再回到这里。",
  noneTitle: "这台电脑上没有可用于此处的 API Key",
  none: "请创建一个 API Key，或保存已有的 API Key：它的值保存在这台电脑上之后，就可以在这里选择。",
  toKeys: "前往 API Key",
  notRead: (region) => `无法读取${region}的 API Key。`,
};
