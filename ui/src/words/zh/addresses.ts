// 简体中文：IP 写错在哪里、需要知道什么、各类地址的用途。

import type { AddressWords } from "../addresses";

const FAMILIES = { ipv4: "IPv4", ipv6: "IPv6" };

const classes: AddressWords["classes"] = {
  private: "家庭、公司等内网",
  loopback: "电脑自身",
  linkLocal: "同一条网线或同一个无线网",
  carrierNat: "运营商多个用户共用的内部网络",
  documentation: "文档示例",
  multicast: "组播",
  unspecified: "“没有地址”这一含义",
  reserved: "测试、协议和将来使用",
};

export const addresses: AddressWords = {
  classes,
  problems: {
    empty: () => "这里没有内容。",
    tooLong: ({ length, limit }) => `这里有 ${length} 个字符，而 IP 最多 ${limit} 个。是不是粘贴错了内容？`,
    looksLikeKey: ({ masked }) => `这看起来是 API Key（${masked}），不是 IP。请把它从这里删除。`,
    several: () => "这里不止一个 IP，请只输入一个。",
    url: ({ host }) =>
      host ? `这是网址。白名单填的是调用方的 IP，不是 ${host} 的。` : "这是网址。白名单只接受 IP。",
    hostName: () => "这是域名。白名单只接受 IP，因为域名随时可能指向别的 IP。",
    port: ({ address }) => `这里不需要端口，只填 ${address} 即可。`,
    brackets: ({ address }) => `这里不需要方括号，只填 ${address} 即可。`,
    fullWidth: ({ character, meant }) =>
      meant
        ? `“${character}”是全角字符。写成半角就是 ${meant}。`
        : `“${character}”是全角字符，请切换到半角输入。`,
    strangeCharacter: ({ character, codePoint }) => `IP 里不会有“${character}”（${codePoint}），请删去。`,
    tooFewParts: ({ parts }) => `IPv4 地址有四段数字，这里只有 ${parts} 段。`,
    tooManyParts: ({ parts }) => `IPv4 地址只有四段数字，这里有 ${parts} 段。`,
    emptyPart: ({ position }) => `第 ${position} 段是空的。`,
    partTooLarge: ({ position, part }) => `第 ${position} 段是 ${part}，最大只能是 255。`,
    leadingZero: ({ position, part, decimal, octal }) =>
      `第 ${position} 段 ${part} 以 0 开头，不同程序的理解不同：${[decimal, octal].filter(Boolean).join(" 或 ") || "请去掉开头的 0"}。`,
    wildcard: ({ block }) =>
      block ? `不支持星号。写成网段就是 ${block}。` : "不支持星号，请写成网段，例如 203.0.113.0/24。",
    twoGaps: () => "IPv6 地址里只能有一个“::”。",
    groups: ({ groups }) => `IPv6 地址有八组，这里有 ${groups} 组。`,
    group: ({ group }) => `“${group}”不能作为 IPv6 地址的一组：每组最多四位，只能是 0 到 f。`,
    zone: ({ address, zone }) => `“%${zone}”只在某一台电脑上有意义。去掉后是 ${address}。`,
    prefixTooLong: ({ prefix, limit }) => `斜杠后的数字是 ${prefix}，最大只能是 ${limit}。`,
    prefixUnreadable: ({ prefix }) =>
      prefix
        ? `斜杠后的“${prefix}”不是数字。网段请写成 203.0.113.0/24 的形式。`
        : "斜杠后缺少数字。网段请写成 203.0.113.0/24 的形式。",
    netmask: ({ mask, prefix, block }) => `子网掩码 ${mask} 应写成 /${prefix}，即 ${block}。`,
    notANetmask: ({ mask }) => `${mask} 不是子网掩码。网段请写成 203.0.113.0/24 的形式。`,
    hostBits: ({ address, block }) => `这可能指网段 ${block}，也可能只指 ${address}。`,
    rangeBackwards: ({ first, last }) => `范围写反了：${first} 在 ${last} 之后，请对调。`,
    rangeAcrossFamilies: ({ first, last }) => `范围不能从 ${first} 到 ${last}：一个是 IPv4，一个是 IPv6。`,
    rangeOpen: () => "范围缺少一端。",
    rangeShort: ({ meant }) => (meant ? `范围的两端都要写完整：${meant}。` : "范围的两端都要写完整。"),
    rangeOfBlocks: () => "范围的两端应是 IP，不能是网段。",
    rangeNotTaken: ({ first, last }) => `这里不能填范围，请填 ${first} 到 ${last} 之间的一个 IP。`,
    tooManyEntries: ({ limit }) => `只读取了前 ${limit} 项，请删去其余的。`,
    notAnAddress: () => "这既不是 IP 也不是网段。请写成 203.0.113.7 或 203.0.113.0/24 的形式。",
    notOneAddress: () => "这是网段或范围，请填一个 IP。",
    notOfTheInternet: ({ class: of, block }) =>
      `${block} 用于${classes[of]}。服务在公网上，看不到这样的地址，请填公网 IP。`,
    ipv6NotTaken: () => "该地域不支持 IPv6，请填 IPv4 地址。",
  },
  notes: {
    anyone: () => "所有使用这类地址的人都能通过。",
    ipv6Disputed: () => "关于该地域是否支持 IPv6，平台的公开说明互相矛盾，以保存时服务的回答为准。",
    partlySpecial: ({ class: of }) => `其中一部分用于${classes[of]}，服务看不到那些地址。`,
  },
  echoes: {
    unreachable: () => "无法连接",
    timedOut: () => "没有及时回答",
    status: ({ status }) => `拒绝回答（${status}）`,
    notAnAddress: () => "回答的不是 IP，可能是网络的登录页面",
    otherFamily: ({ address }) => `回答的是另一类地址 ${address}`,
  },
  mine: {
    differ: ({ family, addresses: all }) =>
      `两个服务看到的 ${FAMILIES[family]} 地址不同：${all.join("、")}。VPN 或代理可能让请求走不同的出口：可以全部添加，或先确认平台看到的是哪一个。`,
    proxy: () => "这台电脑设置了代理，这是代理的地址，使用同一代理的人也共用它。",
    carrierNat: ({ address }) =>
      `运营商让多个用户共用一个公网 IP（本机在其中的地址是 ${address}）：那些用户也能通过，而且 IP 可能变化。`,
    notOfTheInternet: ({ address, class: of }) => `${address} 用于${classes[of]}，平台看不到它。`,
    mayChange: () => "家庭和移动网络的 IP 会变，有的每天都变。变了以后，这个 API Key 就会被拒绝。",
  },
};
