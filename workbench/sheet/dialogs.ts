// Questions that wait for an answer, in the browser's own modal dialog: focus kept inside, Escape closes.
import type { Button, ButtonSet, Question } from "../google/host.ts";
import type { Words } from "./words.ts";

const BUTTONS: Record<ButtonSet, Button[]> = {
  OK: ["OK"],
  OK_CANCEL: ["OK", "CANCEL"],
  YES_NO: ["YES", "NO"],
  YES_NO_CANCEL: ["YES", "NO", "CANCEL"],
};

/** Asks, and resolves to the button chosen (`CLOSE` for Escape) with the text typed when there is a field. */
export function ask(
  question: Question,
  words: Words,
  field = false,
): Promise<{ button: Button; text: string }> {
  const dialog = document.createElement("dialog");
  dialog.className = "question";
  const form = document.createElement("form");
  form.method = "dialog";
  const message = document.createElement("p");
  message.id = "question-message";
  message.textContent = question.message;
  dialog.setAttribute("aria-describedby", message.id);
  if (question.title) {
    const title = document.createElement("h2");
    title.id = "question-title";
    title.textContent = question.title;
    dialog.setAttribute("aria-labelledby", title.id);
    form.append(title);
  }
  form.append(message);
  const input = document.createElement("input");
  input.setAttribute("aria-labelledby", message.id);
  if (field) form.append(input);
  const buttons = document.createElement("div");
  buttons.className = "buttons";
  for (const name of BUTTONS[question.buttons]) {
    const button = document.createElement("button");
    button.value = name;
    button.textContent = words.buttons[name];
    buttons.append(button);
  }
  form.append(buttons);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer({ button: (dialog.returnValue || "CLOSE") as Button, text: input.value });
    });
  });
}
