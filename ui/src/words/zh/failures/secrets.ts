// 保存位置、剪贴板和程序本身的失败。

import type { FailureDictionary } from "../../failures";

export const secrets = {
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
  keptAlready: () => ({
    what: "没有保存粘贴的 API Key。",
    why: "这个 API Key 已保存了另一个值，而列表表明已保存的值是正确的。",
    next: "请检查粘贴的值，或将它作为单独的 API Key 保存。",
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
  clipboardUnavailable: ({ detail }) => ({
    what: "没有复制任何内容。",
    why: `剪贴板不可用：${detail}`,
    next: "请改为下载，或查看后手动输入。",
  }),
  browserUnavailable: ({ address }) => ({
    what: "没有打开网页。",
    why: "这台电脑上没有可用的浏览器，或浏览器没有启动。",
    next: `请复制地址，自行打开：${address}`,
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
} satisfies Partial<FailureDictionary>;
