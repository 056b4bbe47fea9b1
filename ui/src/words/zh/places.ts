// 简体中文：本机改动与设置。

import type { Words } from "../en";

export const changes: Words["changes"] = {
  title: "本机改动",
  lead: "Studio Keys 在自己的文件夹之外写过的一切，都可以撤销。",
  emptyTitle: "还没有改动",
  empty:
    "只有当你把 API Key 设为变量或设置工具时，Studio Keys 才会改动这台电脑上的文件。每次改动都会列在这里，并且可以撤销。",
  toKeys: "前往 API Key",
  loading: "正在加载改动",
  states: { active: "生效中", replaced: "已被替换", undone: "已撤销", unfinished: "被中断" },
  unfinishedNote: "Studio Keys 在改动途中被中断。撤销会把每个文件恢复原样。",
  set: (variable, masked) => `${variable} 设为 ${masked}`,
  files: (count) => `${count} 个文件`,
  backup: "改动前的副本",
  verified: "上次验证",
  verify: "验证",
  undo: "撤销",
  undoTitle: (variable) => `撤销对 ${variable} 的设置？`,
  undoBody: (variable) =>
    `每个文件恢复之前的内容，${variable} 恢复原样。你之后在这些文件里做的其他修改会保留。`,
  undoNew: "已经打开的程序要重新启动后才会变化。",
  undoSubmit: "撤销改动",
  undoing: "正在撤销…",
  also: "以下改动使用的 API Key 已不在这台电脑上，因此一并撤销：",
  leftAlone: "以下内容之后被改过，因此保持现状：",
  everything: "全部撤销…",
  everythingTitle: "撤销 Studio Keys 做过的所有改动？",
  everythingBody: (count) =>
    `将撤销 ${count} 处改动。每个文件恢复第一次改动之前的内容；你之后在这些文件里做的其他修改会保留。`,
  everythingStays: "以下内容不会撤销：",
  everythingCannot: [
    "已经打开的程序，要重新启动后才会变化。",
    "你下载或导出的文件，以及粘贴到别处的内容。",
    "你在工具自己的窗口里填写的内容。",
    "你的 API Key：它们仍在服务端，值仍在原来保存的地方。",
  ],
  everythingSubmit: "全部撤销",
  everythingProgress: (done, count) => `已撤销 ${done} / ${count}`,
  everythingDone: "你的文件里不再有 Studio Keys 写入的内容。",
  everythingSome: (count) => `${count} 处改动没能撤销`,
  everythingRest: "其余的都已撤销。没能撤销的仍在列表中，原因消除后可以再次撤销。",
  stillSet: (variable, program, masked) => `${program} 仍能读到 ${variable}（${masked}）：别处也设置了它。`,
  isUndone: "已撤销",
  isWaiting: "尚未撤销",
  isNotUndone: "未撤销",
};

export const settings: Words["settings"] = {
  title: "设置",
  look: "界面",
  language: "语言",
  theme: "外观",
  clipboard: "剪贴板",
  clipboardLabel: "复制 API Key 后多久清除",
  seconds: (count) => (count % 60 === 0 ? `${count / 60} 分钟` : `${count} 秒`),
  never: "从不",
  neverWarning: "复制的 API Key 会一直留在剪贴板里，直到复制别的内容；任何程序都能读到它。",
  secrets: "API Key 存放在哪里",
  available: (name) => `${name} 可用。每个 API Key 在其中单独存为一项。`,
  fileOpen: "API Key 存放在用你的口令打开的加密文件里。",
  probe: "立即检查",
  data: "数据",
  dataBody:
    "这里保存 API Key 的信息、改动记录和被改动文件的副本。其中没有 API Key 的值；只有原文件已含有的值会出现在它的副本里。",
  dataFolder: "数据文件夹",
  version: "版本",
};
