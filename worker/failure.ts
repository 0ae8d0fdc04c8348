// Everything that can go wrong with a source: what it is called, whether trying again helps, and the words for it.
import type { SourceProblem, SourceProblemCode } from "../shared/api/sources.ts";
import type { Words } from "../shared/language.ts";
import type { ErrorRule, SourceAnswer } from "./connector.ts";

/** A call to a source that brought no figures. Never holds what the source said. */
export class SourceFailure extends Error {
  readonly code: SourceProblemCode;
  /** How long the source asks to wait, in milliseconds. */
  readonly wait: number | undefined;
  /** The HTTP status, 0 where there was no answer. */
  readonly status: number;

  constructor(
    code: SourceProblemCode,
    { status = 0, wait }: { status?: number; wait?: number | undefined } = {},
  ) {
    super(code);
    this.name = "SourceFailure";
    this.code = code;
    this.status = status;
    this.wait = wait;
  }
}

/** The failure that an answer amounts to; undefined for a success. `now` (ms) dates a `Retry-After`. */
export function failureOf(
  answer: SourceAnswer,
  rules: readonly ErrorRule[],
  now: number,
): SourceFailure | undefined {
  const { status, headers, body } = answer;
  if (status >= 200 && status < 300) return undefined;
  const text = JSON.stringify(body ?? "");
  const rule = rules.find((candidate) => candidate.status === status && (candidate.says?.test(text) ?? true));
  const wait = retryAfter(headers["retry-after"], now);
  return new SourceFailure(rule?.code ?? codeOfStatus(status), { status, wait });
}

function codeOfStatus(status: number): SourceProblemCode {
  if (status === 429) return "rate_limited";
  if (status === 401) return "credentials_refused";
  if (status === 403) return "access_denied";
  if (status === 404) return "account_not_found";
  if (status === 408 || status >= 500) return "source_down";
  return status >= 300 && status < 400 ? "source_redirects" : "request_refused";
}

/**
 * The milliseconds that a `Retry-After` asks for, as seconds or as a date (RFC 9110, 10.2.3);
 * undefined where it says nothing usable.
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const date = /[a-z]{3},? /i.test(header) ? Date.parse(header) : Number.NaN;
  return date > now ? date - now : undefined;
}

const TRANSIENT: ReadonlySet<SourceProblemCode> = new Set<SourceProblemCode>([
  "rate_limited",
  "source_down",
  "source_timeout",
  "source_malformed",
]);

/** Whether the same call may succeed later without anyone doing anything. */
export function isTransient(code: SourceProblemCode): boolean {
  return TRANSIENT.has(code);
}

type Sentences = { readonly words: Words; readonly action: Words };

const NOTHING_TO_DO: Words = {
  fr: "Rien à faire : une nouvelle tentative est prévue.",
  en: "Nothing to do: another attempt is planned.",
};
const REPORT: Words = {
  fr: "Relancez la synchronisation ; si cela dure, signalez-le-nous.",
  en: "Sync again; if it lasts, let us know.",
};

const sentences: Readonly<Record<SourceProblemCode, Sentences>> = {
  interrupted: {
    words: {
      fr: "La synchronisation s'est interrompue plusieurs fois de suite.",
      en: "The sync was interrupted several times in a row.",
    },
    action: NOTHING_TO_DO,
  },
  access_denied: {
    words: {
      fr: "Le compte de service n'a pas accès à ces données.",
      en: "The service account has no access to these data.",
    },
    action: {
      fr: "Ajoutez son adresse comme lecteur dans le service, puis relancez.",
      en: "Add its address as a viewer in the service, then sync again.",
    },
  },
  credentials_refused: {
    words: { fr: "Le service refuse les identifiants.", en: "The service refuses the credentials." },
    action: {
      fr: "Reconnectez la source avec une clé valide.",
      en: "Reconnect the source with a valid key.",
    },
  },
  credentials_unreadable: {
    words: {
      fr: "Les identifiants enregistrés ne se lisent plus.",
      en: "The stored credentials can no longer be read.",
    },
    action: { fr: "Reconnectez la source.", en: "Reconnect the source." },
  },
  account_not_found: {
    words: { fr: "Le service ne connaît pas ce compte.", en: "The service does not know this account." },
    action: {
      fr: "Vérifiez l'identifiant du compte dans les réglages de la source.",
      en: "Check the account's id in the settings of the source.",
    },
  },
  request_refused: {
    words: { fr: "Le service refuse la demande.", en: "The service refuses the request." },
    action: { fr: "Vérifiez les réglages de la source.", en: "Check the settings of the source." },
  },
  rate_limited: {
    words: {
      fr: "Le service demande de patienter : son quota est atteint.",
      en: "The service asks to wait: its quota is used up.",
    },
    action: NOTHING_TO_DO,
  },
  source_down: {
    words: { fr: "Le service ne répond pas correctement.", en: "The service does not answer properly." },
    action: NOTHING_TO_DO,
  },
  source_timeout: {
    words: { fr: "Le service met trop de temps à répondre.", en: "The service takes too long to answer." },
    action: NOTHING_TO_DO,
  },
  source_not_json: {
    words: {
      fr: "Le service a répondu par une page au lieu de données.",
      en: "The service answered with a page instead of data.",
    },
    action: {
      fr: "Vérifiez que le service n'est pas en maintenance, puis relancez.",
      en: "Check that the service is not under maintenance, then sync again.",
    },
  },
  source_malformed: {
    words: {
      fr: "La réponse du service est incomplète ou illisible.",
      en: "The answer of the service is cut or unreadable.",
    },
    action: NOTHING_TO_DO,
  },
  source_too_large: {
    words: {
      fr: "La réponse du service est trop volumineuse.",
      en: "The answer of the service is too large.",
    },
    action: REPORT,
  },
  source_redirects: {
    words: {
      fr: "Le service renvoie vers une autre adresse, que nous ne suivons pas.",
      en: "The service points to another address, which we do not follow.",
    },
    action: REPORT,
  },
  source_forbidden: {
    words: {
      fr: "Cette adresse n'est pas de celles que la source peut appeler.",
      en: "This address is not one that the source may call.",
    },
    action: { fr: "Vérifiez les réglages de la source.", en: "Check the settings of the source." },
  },
  paging_loop: {
    words: {
      fr: "Le service répète la même page sans fin.",
      en: "The service repeats the same page endlessly.",
    },
    action: REPORT,
  },
  incomplete: {
    words: {
      fr: "Le service n'a pas livré toutes les lignes qu'il annonce.",
      en: "The service did not deliver all the rows it announces.",
    },
    action: { fr: "Relancez la synchronisation.", en: "Sync again." },
  },
  unit_changed: {
    words: {
      fr: "La devise ou le fuseau horaire du compte a changé : les chiffres ne se comparent plus.",
      en: "The currency or time zone of the account has changed: figures no longer compare.",
    },
    action: {
      fr: "Reconnectez la source : tout son historique sera relu.",
      en: "Reconnect the source: its whole history will be read again.",
    },
  },
};

/** A failure as its reader needs it: what is wrong, and the one thing to do. */
export function describe(code: SourceProblemCode): Omit<SourceProblem, "since"> {
  const { words, action } = sentences[code];
  return {
    code,
    words: { fr: spaced(words.fr), en: words.en },
    action: { fr: spaced(action.fr), en: action.en },
  };
}

/** French puts a space that does not break before double punctuation. */
function spaced(text: string): string {
  return text.replace(/ (?=[;!?])/g, "\u202f").replace(/ (?=:)/g, "\u00a0");
}
