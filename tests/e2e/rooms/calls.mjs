// The steps of calling a model, as a person does them, in English. The stories put them together.

/** Fills the form; what is not said stays as it is. */
export async function writes(person, { model, text, mode, encrypt }) {
  if (model) await person.chooses("Model", model);
  if (text) await person.types("textbox", "What to say", text);
  if (mode) await person.presses("radio", `${mode}…`);
  if (encrypt === undefined) return;
  const box = await person.sees("checkbox", ENCRYPT);
  if ((await box.isSelected()) !== encrypt) await person.presses("checkbox", ENCRYPT);
}

export const ENCRYPT = "Encrypt what I say and what comes back";

/** Sends it, and waits until it has ended so. */
export async function sends(person, sentence = "The answer is complete.") {
  await person.presses("button", "Send");
  await person.at("call-status").reads(sentence, 20_000);
}

/** The four boxes, as they read. */
export async function boxes(person) {
  const read = (name) => person.at(`call-${name}`).says();
  return { meant: await read("meant"), sent: await read("sent"), answer: await read("answer"), received: await read("received") };
}
