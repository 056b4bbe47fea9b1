// Chinese: why a program does not see a key.

import type { ServiceManagerView, SourceScopeView } from "../../wire";
import type { Words } from "../en";

const scopes: Record<SourceScopeView, string> = {
  bash: "bash 终端",
  zsh: "zsh 终端",
  fish: "fish 终端",
  desktop: "桌面程序",
  project: "项目文件夹",
  tool: "工具设置",
  unit: "服务",
  windowsUser: "当前 Windows 用户",
  machine: "所有用户",
};

const managers: Record<ServiceManagerView, string> = {
  systemdUser: "systemd 用户服务",
  systemdSystem: "systemd 系统服务",
  supervisord: "supervisord",
};

/** Places that only some programs read, beside their environment. */
const APART = new Set<SourceScopeView>(["project", "tool", "unit"]);

const at = ({ place, line }: { place: string; line: number | null }) =>
  line === null ? place : `${place} 第 ${line} 行`;

/** What helps a service. */
function unitNext(manager: ServiceManagerView, line: string | null): string {
  if (manager === "supervisord")
    return "请把下面的内容加到它的配置段，带着该变量启动 supervisord，再重启该服务。";
  if (line !== null) return "请把下面的行加到 [Service]，再用 systemctl daemon-reload 重新加载并重启服务。";
  return manager === "systemdUser"
    ? "请为从桌面启动的程序设置该变量，systemd 会把它传给你的服务，然后重启该服务。"
    : "请先为从桌面启动的程序设置该变量，这样服务才有文件可读；然后重新检查，这里会给出需添加的行。";
}

export const doctor: Words["doctor"] = {
  title: "程序读不到 API Key",
  fromMenu: "程序读不到它…",
  lead: "Studio Keys 会查看启动文件、新开的终端、正在运行的程序和这台电脑上的服务，并试用一次 Key，找出程序读不到它的原因。不会改动任何内容。",
  leadWindows:
    "Studio Keys 会查看 Windows 的环境变量、工具的设置和项目文件夹，并试用一次 Key，找出程序读不到它的原因。不会改动任何内容。",
  key: "API Key",
  variable: "环境变量",
  variableHint: "程序从这个变量读取 Key。",
  variableProblem: "只能使用字母、数字和下划线，且以字母开头。",
  folders: "项目文件夹",
  foldersHint: "每行一个完整路径，会读取其中的 .env 文件。",
  foldersProblem: (example) => `请填写完整路径，例如 ${example}。`,
  look: "开始检查",
  lookAgain: "重新检查",
  looking: "正在检查…",
  waitingFor: "新开的 shell 和服务端应答",
  stopped: "已停止等待，没有改动任何内容。",
  nothing: "一切正常",
  nothingBody: (variable) =>
    `新程序能从 ${variable} 读到该 Key，并且该 Key 可以使用。如果某个程序仍读不到，请关闭后重新启动它。`,
  found: (count) => `发现 ${count} 个问题`,
  foundLead: "按严重程度排列。",
  sources: "各处生效的值",
  sourcesWhy:
    "在 shell 和桌面环境中，最后读取的值生效。项目中的 .env 在多数程序里只在环境变量没有值时才起作用。",
  noSources: "这台电脑上没有文件设置该变量。",
  columns: { scope: "生效范围", place: "位置", value: "值", standing: "状态" },
  scopes,
  managers,
  wins: "生效",
  loses: "被覆盖",
  counts: "在该处生效",
  thisKey: "此 Key",
  ours: "由 Studio Keys 设置",
  workedOut: "读取时计算",
  fromKeyring: "向密钥环询问",
  lookedAt: "检查了哪些内容",
  at: (moment) => `检查时间：${moment}`,
  checked: {
    key: () => "该 Key 可以使用",
    shells: (count) => `${count} 个新开的 shell 能读到该 Key`,
    files: (count) => `${count} 个可设置变量的文件`,
    programs: (count) => `${count} 个正在运行的程序无异常`,
    units: (count) => `${count} 个服务无异常`,
    tools: (count) => `${count} 个工具设置文件`,
  },
  windowsPrograms:
    "没有查看已在运行的程序：在 Windows 上 Studio Keys 不查看它们。如果某个程序读不到 Key，请关闭它的所有窗口后重新启动。",
  sudoTitle: "使用 sudo 时",
  sudo: "sudo 启动的程序不带你的环境变量，按名称指定后才会传递：",
  sudoLabel: "代替 sudo",
  save: "保存报告",
  saveHint: "保存为“下载”文件夹中的文本文件，其中所有值均已打码。",
  saved: (path) => `报告已保存：${path}`,
  lineToAdd: "需添加的行",
  command: "命令",
  setting: "设置",
  file: "文件",
  setVariable: (variable) => `设置 ${variable}…`,
  commentOut: "注释掉这一行…",
  toKeys: "查看该 Key",
  findings: {
    temporaryOnly: ({ variable }) => ({
      title: "变量只是临时的",
      body: `${variable} 只存在于正在运行的程序中，没有文件为新程序设置它。那个终端一关闭，它就消失了。`,
    }),
    notSet: ({ variable, scopes: missing }) => ({
      title: `没有设置 ${variable}`,
      body:
        missing.length === 0
          ? "这台电脑上没有任何地方设置它。"
          : `以下范围没有设置：${missing.map((scope) => scopes[scope]).join("、")}。`,
    }),
    startedBefore: ({ program, pid, holdsMasked, isTerminal }) => ({
      title: holdsMasked === null ? `${program} 没有该变量` : `${program} 中是另一个值`,
      body: `进程 ${pid} ${
        holdsMasked === null
          ? "在设置变量之前就已启动"
          : `中仍是 ${holdsMasked}：它或启动它的程序早于这次更改`
      }。请关闭后重新启动它${isTerminal ? "以及其中运行的程序" : ""}。`,
    }),
    unitWithout: ({ unit, path, manager, line }) => ({
      title: `${unit} 没有该变量`,
      body: `${path}（${managers[manager]}）。服务不会读取 shell 的启动文件。${unitNext(manager, line)}`,
    }),
    sudoDropsIt: () => ({
      title: "sudo 没有传递该变量",
      body: "有程序在 sudo 下运行，sudo 会给它另一套环境变量。请按名称传递后启动：",
    }),
    anotherWins: ({ source }) => ({
      title: "另一个值优先生效",
      body: `${scopes[source.scope]}读到的是 ${source.masked ?? "另一个值"}，来自 ${at(source)}${source.line === null ? "，或它读取的某个文件" : "，它在 Studio Keys 的设置之后被读取"}。`,
    }),
    otherKey: ({ source }) => ({
      title: "变量中是另一个 Key",
      body: APART.has(source.scope)
        ? `${scopes[source.scope]}：读取 ${at(source)} 的程序使用 ${source.masked ?? "另一个值"}。如果要使用此 Key，请修改或删除这一行。`
        : `${scopes[source.scope]}：${source.masked ?? "另一个值"}，来自 ${at(source)}。`,
    }),
    wrongRegionHost: (finding) => ({
      title: "主机属于其他地域",
      body: `${at(finding)}中的 ${finding.setting} 为 ${finding.host}。即使 Key 正确，该主机也不认识它。`,
    }),
    wrongPlanHost: (finding) => ({
      title: "主机属于其他套餐",
      body: `${at(finding)}中的 ${finding.setting} 为 ${finding.host}。该主机只接受其他套餐的 Key。`,
    }),
    notLookedAt: ({ place, why }) => ({
      title: "有一处无法检查",
      body: `${place}：${
        why.kind === "system"
          ? why.said
          : why.kind === "timedOut"
            ? "应答超时，它的启动文件可能在等待什么。"
            : "没有应答就结束了，可能是启动文件让它退出。"
      }`,
    }),
  },
};
