// 简体中文：地域名称，供只有失败信息可用的句子使用。

const NAMES: Record<string, string> = {
  "cn-beijing": "华北2（北京）",
  "ap-southeast-1": "新加坡",
  "ap-northeast-1": "日本（东京）",
  "cn-hongkong": "中国香港",
  "eu-central-1": "德国（法兰克福）",
  "us-east-1": "美国（弗吉尼亚）",
  "this-computer": "这台电脑",
};

/** 按 ID 取地域名称；不认识的地域直接用 ID。 */
export function regionName(id: string): string {
  return NAMES[id] ?? id;
}
