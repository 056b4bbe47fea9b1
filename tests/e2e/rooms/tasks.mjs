// Tasks at the service, made and asked for from outside the window, as a program with the key would; and their rows on the screen.

import { WORDS } from "./words.mjs";

/**
 * @param {string} base an address of the service; the planes share its origin
 * @param {string} key
 */
export function tasksOf(base, key) {
  const { origin } = new URL(base);
  const asks = async (path, settings = {}) => {
    const answer = await fetch(`${origin}/api/v1/${path}`, { ...settings, headers: { Authorization: `Bearer ${key}`, ...settings.headers } });
    const told = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(told)}`);
    return told;
  };
  return {
    /** Makes one that waits and runs for so many seconds each, and gives its id. */
    async make(text, { pending, running, fails = false }) {
      const body = {
        model: "studio-echo",
        input: { messages: [{ role: "user", content: text }] },
        parameters: { echo_pending_seconds: pending, echo_running_seconds: running, echo_fails: fails },
      };
      const told = await asks("services/aigc/text-generation/generation", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-DashScope-Async": "enable" },
        body: JSON.stringify(body),
      });
      return told.output.task_id;
    },
    /** The service's word for how far it is. */
    statusOf: async (id) => (await asks(`tasks/${id}`)).output.task_status,
  };
}

/** As the window writes an id. */
export function short(id) {
  return `${id.slice(0, 8)}…${id.slice(-4)}`;
}

/** A person at the row of a task. */
export function rowOf(person, id) {
  return person.at(`task-${id}`);
}

/** Opens the panel of a task from its row, and gives the person at it. */
export async function opensTask(person, id, words = WORDS.en) {
  await rowOf(person, id).presses("button", words.detailsOfTask(short(id)));
  const panel = person.at("task-panel");
  await panel.sees("heading", short(id));
  return panel;
}
