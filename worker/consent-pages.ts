// What a person reads on the pages of a consent, in both languages: no script, and nothing of the service's own words.
import { html, raw } from "hono/html";
import type { Language, Words } from "../shared/language.ts";
import type { ConsentAbout, ConsentOutcome } from "./consent.ts";
import { describe } from "./failure-words.ts";
import { newSecret } from "./secret.ts";

type Html = ReturnType<typeof html>;

const STYLE = `
:root { color-scheme: light; font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #1f1f1f; background: #f6f8fa; }
main { max-width: 34rem; margin: 6vh auto; padding: 2rem; border: 1px solid #e1e3e1; border-radius: .8rem; background: #fff; }
p.name { margin: 0; color: #0b6e69; font-weight: bold; }
h1 { margin: .3rem 0 1rem; font-size: 1.5rem; line-height: 1.25; }
dl { margin: 1rem 0; padding: .4rem 1rem; border-left: 4px solid #0b6e69; background: #eef6f5; }
dt { padding-top: .5rem; color: #575b5f; }
dd { margin: 0 0 .5rem; font-weight: bold; overflow-wrap: anywhere; }
form { display: flex; flex-wrap: wrap; gap: .8rem; margin-top: 1.5rem; }
button { min-height: 2.75rem; padding: .5rem 1.4rem; border: 1px solid #747775; border-radius: 1.4rem; background: #fff; color: inherit; font: inherit; cursor: pointer; }
button.primary { border-color: #0b57d0; background: #0b57d0; color: #fff; font-weight: bold; }
button:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
`;

/** The page of an outcome, and the policy it is sent with. */
export function consentPage(
  outcome: Exclude<ConsentOutcome, { shows: "service" }>,
  language: Language,
): { readonly page: Html; readonly policy: string } {
  const nonce = newSecret();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  const { title, body } = contentOf(outcome, (words) => words[language]);
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} · Boussole</title>
        <style nonce="${nonce}">
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <p class="name">Boussole</p>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
  return { page, policy };
}

type Tell = (words: Words) => string;

function contentOf(
  outcome: Exclude<ConsentOutcome, { shows: "service" }>,
  tell: Tell,
): { readonly title: string; readonly body: Html } {
  switch (outcome.shows) {
    case "question":
      return question(outcome, tell);
    case "granted": {
      const { service, spreadsheet } = outcome.about;
      const title = { fr: "Accord enregistré", en: "Consent recorded" };
      const text = {
        fr: `Fermez cet onglet et revenez au classeur «\u00a0${spreadsheet}\u00a0»\u00a0: la suite est dans Boussole, où vous choisirez le compte ${service.fr} à lire.`,
        en: `Close this tab and go back to the spreadsheet “${spreadsheet}”: Boussole goes on there, where you choose the ${service.en} account to read.`,
      };
      return { title: tell(title), body: html`<p>${tell(text)}</p>` };
    }
    case "failed": {
      const { words, action } = describe(outcome.code);
      return {
        title: tell(TEXTS.failed.title),
        body: html`<p>${tell(words)}</p>
          <p>${tell(action)}</p>
          ${startOver(tell)}`,
      };
    }
    default: {
      const { title, text } = TEXTS[outcome.shows];
      return {
        title: tell(title),
        body: html`<p>${tell(text)}</p>
          ${startOver(tell)}`,
      };
    }
  }
}

function question(
  { proof, code, about }: Extract<ConsentOutcome, { shows: "question" }>,
  tell: Tell,
): { readonly title: string; readonly body: Html } {
  const { service } = about;
  const title = {
    fr: `Relier ${service.fr} à ce classeur\u202f?`,
    en: `Connect ${service.en} to this spreadsheet?`,
  };
  const body = html`
    <p>${tell(INTRO(service))}</p>
    <dl>
      ${facts(about).map(
        ([label, text]) =>
          html`<dt>${tell(label)}</dt>
            <dd>${tell(text)}</dd>`,
      )}
    </dl>
    <p>${tell(WARNING)}</p>
    <form method="post" action="/connect/confirm">
      <input type="hidden" name="proof" value="${proof}" />
      <input type="hidden" name="code" value="${code}" />
      <button class="primary" name="answer" value="yes">${tell(YES)}</button>
      <button name="answer" value="no">${tell(NO)}</button>
    </form>
  `;
  return { title: tell(title), body };
}

function facts({ email, spreadsheet, workspace, gives }: ConsentAbout): readonly (readonly [Words, Words])[] {
  const same = (text: string): Words => ({ fr: text, en: text });
  return [
    [{ fr: "Classeur", en: "Spreadsheet" }, same(spreadsheet)],
    [{ fr: "Espace de travail", en: "Workspace" }, same(workspace)],
    [{ fr: "Demandé par le compte Google", en: "Asked for by the Google account" }, same(email)],
    [{ fr: "Ce qui sera lu", en: "What will be read" }, gives],
  ];
}

const INTRO = (service: Words): Words => ({
  fr: `${service.fr} a transmis votre accord. Rien n'en est gardé tant que vous n'avez pas confirmé pour qui il vaut\u00a0:`,
  en: `${service.en} has passed on your consent. Nothing of it is kept until you confirm for whom it holds:`,
});
const WARNING: Words = {
  fr: "Si ce classeur ou ce compte n'est pas le vôtre, quelqu'un vous a envoyé son lien et lirait vos chiffres\u00a0: refusez.",
  en: "If this spreadsheet or this account is not yours, someone sent you their link and would read your figures: refuse.",
};
const YES: Words = { fr: "Oui, relier à ce classeur", en: "Yes, connect to this spreadsheet" };
const NO: Words = { fr: "Non, ne rien garder", en: "No, keep nothing" };

function startOver(tell: Tell): Html {
  return html`<p>
    ${tell({
      fr: "Rien n'a été enregistré. Pour recommencer, fermez cet onglet et reprenez depuis la vue Sources de Boussole.",
      en: "Nothing was recorded. To start over, close this tab and begin again from the Sources view of Boussole.",
    })}
  </p>`;
}

const TEXTS = {
  refused: {
    title: { fr: "Accord refusé", en: "Consent refused" },
    text: {
      fr: "Vous n'avez pas donné votre accord\u00a0: aucun chiffre ne sera lu.",
      en: "You did not give your consent: no figure will be read.",
    },
  },
  gone: {
    title: { fr: "Ce lien n'est plus valable", en: "This link no longer works" },
    text: {
      fr: "Il sert une seule fois et pendant dix minutes, ou la personne qui l'a demandé ne peut plus connecter de source.",
      en: "It works once and for ten minutes, or whoever asked for it may no longer connect sources.",
    },
  },
  other_browser: {
    title: { fr: "Autre navigateur", en: "Another browser" },
    text: {
      fr: "L'accord doit être donné dans le navigateur où la page a été ouverte, cookies acceptés.",
      en: "The consent must be given in the browser where the page was opened, with cookies allowed.",
    },
  },
  other_service: {
    title: { fr: "Réponse d'un autre service", en: "An answer from another service" },
    text: {
      fr: "La réponse ne vient pas du service à qui la question a été posée. Elle n'a pas été utilisée.",
      en: "The answer does not come from the service that was asked. It was not used.",
    },
  },
  failed: { title: { fr: "L'accord n'a pas abouti", en: "The consent did not succeed" } },
} as const;
