// 简体中文：导出 API Key。

import type { Words } from "../en";

export const exports: Words["exports"] = {
  fromMenu: "导出…",
  title: (name) => `导出 ${name}`,
  lead: "把 API Key 和它的地址导出为其他程序能读的格式。",
  form: "格式",
  forms: {
    postman: {
      label: "Postman 环境，不含 API Key",
      hint: "从 Postman 自己的 vault 中读取名为 dashscope-api-key 的值。",
    },
    postmanWithKey: {
      label: "Postman 环境，包含 API Key",
      hint: "以明文保存 API Key。Postman 可能会把它同步到你的账号。",
    },
    dotEnv: {
      label: ".env 文件",
      hint: "以明文保存 API Key，变量名为 DASHSCOPE_API_KEY 和 OPENAI_API_KEY。",
    },
    curl: {
      label: "curl 命令",
      hint: "从 DASHSCOPE_API_KEY 读取，命令中不含 API Key。",
    },
  },
  noOpenai: "这个 API Host 没有 OpenAI 兼容的地址。",
  plaintext:
    "谁能读这个文件，谁就能用这个 API Key。文件只有你的账号可以读取；不要放进代码仓库，导入之后请删除。",
  copy: "复制",
  save: "保存到下载文件夹",
  saving: "正在保存…",
  saved: (path) => `已保存为 ${path}`,
  savedPlain: "其中以明文保存了 API Key。",
  notListed: "导出的文件归你所有：它不在本机改动之列，撤销时也不会删除。",
};
