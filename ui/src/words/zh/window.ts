// 简体中文：窗口框架，以及各处通用的词。

import type { Words } from "../en";

export const common: Words["common"] = {
  cancel: "取消",
  close: "关闭",
  back: "返回",
  done: "完成",
  tryAgain: "重试",
  dismiss: "不再提示",
  copy: "复制",
  copyOf: (thing) => `复制${thing}`,
  optional: "选填",
  milliseconds: (count) => `${count} 毫秒`,
  region: (names) => names.nameZh,
};

export const place: Words["place"] = {
  keyring: "这台电脑的密钥环",
  keychain: "这台电脑的钥匙串",
  credentialManager: "这台电脑的凭据管理器",
  encryptedFile: "这台电脑上的加密文件",
};

export const frame: Words["frame"] = {
  navigation: "主导航",
  keys: "API Key",
  temporaryKeys: "临时 API Key",
  tools: "工具",
  workspaces: "业务空间",
  cost: "费用",
  calls: "加密调用",
  tasks: "任务",
  doctor: "诊断",
  changes: "本机改动",
  settings: "设置",
  region: "地域",
  regionSwitch: (name) => `地域：${name}。切换地域`,
  regionReady: "可用",
  regionNeedsAccount: "未设置账号",
  regionStopped: "未运行",
  language: "语言",
  languageChoices: { system: "跟随系统", en: "English", "zh-CN": "简体中文" },
  theme: "外观",
  themeChoices: { system: "跟随系统", light: "浅色", dark: "深色" },
  skip: "跳到内容",
  starting: "正在启动 Studio Keys",
  startFailed: "Studio Keys 无法启动",
  notSaved: "选择已生效，但没能保存，下次启动时不会保留。",
};

export const waiting: Words["waiting"] = {
  part: "正在加载",
  slow: (what) => `仍在等待${what}…`,
  stopped: "已停止等待。",
  program: "程序回应",
  service: "阿里云回应",
  region: (name) => `${name}的服务`,
  store: "密钥环",
  files: "读取启动文件",
  shells: "新的终端程序启动",
  stop: "停止等待",
};

export const toast: Words["toast"] = {
  region: "消息",
  copied: "已复制",
  copiedNever: "已复制。剪贴板不会自动清除，粘贴后请自行清除。",
  clearsIn: (seconds) => `${seconds} 秒后清除`,
  copiedAloud: (seconds) => `已复制，剪贴板将在 ${seconds} 秒后清除。`,
  clearNow: "立即清除",
  cleared: "剪贴板已清除",
  textCopied: "已复制",
  downloaded: (path) => `已保存为明文：${path}。不再需要时请删除这个文件。`,
  disabled: (name) => `${name} 已禁用，启用之前都会被拒绝。`,
  disabledUsed: (name, variables) =>
    `${name} 已禁用。这台电脑上的 ${variables} 仍是它，本机程序的调用会被拒绝。`,
  enabled: (name) => `${name} 已重新启用。`,
  enable: "启用",
  deleted: (name) => `${name} 已删除。`,
  kept: (where) => `API Key 已存入${where}。`,
  released: "API Key 的值已从内存中清除。",
  undone: (variable) => `${variable} 已恢复原样。`,
};

export const store: Words["store"] = {
  lockedTitle: "密钥环已锁定",
  lockedBody: (name) => `${name} 需要你的登录密码才会交出 API Key。请解锁后重试。`,
  absentTitle: "这台电脑没有密钥环",
  absentBody: (name) => `API Key 存放在 ${name} 中，而它没有在这里运行。`,
  absentPackages: "安装后重新登录，再重试：",
  absentOr: "也可以把 API Key 存入一个只有你的口令能打开的文件。",
  useFile: "使用加密文件",
  fileTitle: "用加密文件保存 API Key",
  fileBody: "每次启动都要输入口令。口令无法找回：忘记口令，文件里的 API Key 就丢失了。",
  passphrase: "口令",
  passphraseAgain: "再次输入口令",
  passphraseDiffers: "两次输入的口令不一致。",
  passphraseEmpty: "请输入口令。",
  create: "创建加密文件",
  unlockTitle: "你的 API Key 在加密文件里",
  unlockBody: "输入口令后才能查看、复制和使用 API Key。",
  unlock: "解锁",
};

export const attention: Words["attention"] = {
  title: (count) => `有 ${count} 个 API Key 需要你处理`,
  unnamed: "一个没有描述的 API Key",
  createdNotKept: (name) => `${name} 已创建，但 Studio Keys 在保存它的值之前被中断。这个值已无法再查看。`,
  resetNotKept: (name) => `${name} 已重置，但 Studio Keys 在保存新值之前被中断。旧值已失效。`,
  unknown: (name) => `创建 ${name} 时被中断，目前还无法向服务确认结果。`,
  started: (when) => `开始于 ${when}`,
  reset: "重置以获得新值",
  delete: "删除 Key",
  ask: "再次确认",
};
