// English: a key in the forms of other programs.

import type { ExportForm } from "../../wire";

export const exports = {
  fromMenu: "Export …",
  title: (name: string) => `Export ${name}`,
  lead: "The key and its addresses, in a form that another program reads.",
  form: "Form",
  forms: {
    postman: {
      label: "Postman environment, without the key",
      hint: "Asks Postman’s own vault for the key, under the name dashscope-api-key.",
    },
    postmanWithKey: {
      label: "Postman environment, with the key",
      hint: "Holds the key in plain text. Postman may sync it to your account.",
    },
    dotEnv: {
      label: ".env file",
      hint: "Holds the key in plain text, as DASHSCOPE_API_KEY and OPENAI_API_KEY.",
    },
    curl: {
      label: "curl command",
      hint: "Takes the key from DASHSCOPE_API_KEY; the key is not in it.",
    },
  } as Record<ExportForm, { label: string; hint: string }>,
  noOpenai: "This host has no OpenAI-compatible address.",
  plaintext:
    "Whoever reads the file has the key. It is readable by your account only; keep it out of repositories, and delete it once it is imported.",
  copy: "Copy",
  save: "Save to Downloads",
  saving: "Saving …",
  saved: (path: string) => `Saved as ${path}`,
  savedPlain: "It holds the key in plain text.",
  notListed: "A file that you export is yours: it is not among the changes, and no undo removes it.",
};
