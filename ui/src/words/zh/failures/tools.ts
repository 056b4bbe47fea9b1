// 设置工具时的失败。

import type { FailureDictionary } from "../../failures";

export const tools = {
  settingInTheWay: ({ path, setting }) => ({
    what: "没有任何改动。",
    why: setting ? `${path} 中的 ${setting} 与工具的要求不符。` : `${path} 的内容与工具的要求不符。`,
    next: "请修正该文件，然后重试。",
  }),
  toolWayUnavailable: ({ tool }) => ({
    what: "没有任何改动。",
    why: `在这台电脑上，${tool} 不能以这种方式取得 API Key。`,
    next: "请选择其他方式。",
  }),
  toolNotWritten: ({ tool }) => ({
    what: "没有任何改动。",
    why: `${tool} 的设置要在它自己的窗口里修改。`,
    next: "请打开步骤，按步骤复制。",
  }),
  toolNotGuided: ({ tool }) => ({
    what: "没有可复制的内容。",
    why: `${tool} 不支持导入链接，或者它的设置由本应用写入。`,
    next: "请使用该工具页面上提供的方式。",
  }),
  toolProtocolMissing: ({ tool, origin }) => ({
    what: "没有任何改动。",
    why: `${origin} 没有 ${tool} 所用协议的地址。`,
    next: "请选择其他 Host 或其他 API Key。",
  }),
} satisfies Partial<FailureDictionary>;
