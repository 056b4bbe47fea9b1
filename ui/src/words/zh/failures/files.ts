// 这台电脑上的文件及其改动的失败。

import type { FailureDictionary } from "../../failures";

/** 文件，以及已知的行号。 */
function at(path: string, line: number | null): string {
  return line === null ? `${path} ` : `${path} 第 ${line} 行`;
}

export const files = {
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
  oldKeyStillSeen: ({ program, variable }) => ({
    what: "旧的 API Key 没有禁用：它仍在使用中。",
    why: `新启动的 ${program} 里，${variable} 仍是旧的 API Key。它由其他设置写入，不是本程序。`,
    next: "请在启动文件中找到并删除设置它的那一行，然后继续。",
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
  registryValueUnsuitable: ({ path, variable }) => ({
    what: "没有任何改动。",
    why: `${path} 中的 ${variable} 不是文本，之后无法按原样恢复。`,
    next: "请在注册表编辑器中删除或重命名这个值，然后重新预览。",
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
  journalNewer: ({ path }) => ({
    what: "没有任何改动。",
    why: `${path} 由本程序的更新版本写入，当前版本无法读懂其中的记录。`,
    next: "请使用更新的版本。",
  }),
  changeUndone: () => ({ what: "没有任何改动。", why: "这项改动已经撤销。", next: "请重新加载列表。" }),
  changeUnknown: () => ({ what: "没有任何改动。", why: "列表中已没有这项改动。", next: "请重新加载列表。" }),
} satisfies Partial<FailureDictionary>;
