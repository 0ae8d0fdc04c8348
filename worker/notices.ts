// What a source's reader should know though its syncs go on.
import type { ApiVersion } from "../shared/api/sources.ts";
import type { Words } from "../shared/language.ts";
import { addDays, type Day } from "../shared/period.ts";

/** A version that ends is told this long before. */
const WARNING_DAYS = 60;
/** And a key that only a person can renew. */
const KEY_WARNING_DAYS = 30;

export interface Noticed {
  /** Fields or values that this code does not know. */
  readonly unknown: readonly string[];
  /** What the service no longer gives, by name of what it was. */
  readonly withdrawn: readonly Words[];
  /** Rows that the last sync left out. */
  readonly rejected: number;
  /** The same, where each row is told with its reason. */
  readonly leftOut?: Words | null | undefined;
  readonly version: ApiVersion | null;
  /** The day on which the service ends the key that was given to it. */
  readonly keyEnds: Day | null;
}

export function noticesOf(
  { unknown, withdrawn, rejected, leftOut: told, version, keyEnds }: Noticed,
  today: Day,
): Words[] {
  const notices: Words[] = [];
  if (version && today >= addDays(version.expires, -WARNING_DAYS)) notices.push(ending(version, today));
  if (keyEnds && today >= addDays(keyEnds, -KEY_WARNING_DAYS)) notices.push(keyEnding(keyEnds, today));
  if (rejected > 0) notices.push(leftOut(rejected));
  if (told) notices.push(told);
  if (withdrawn.length > 0) notices.push(noLongerGiven(withdrawn));
  if (unknown.length > 0) notices.push(notKnown(unknown));
  return notices;
}

function ending({ name, expires }: ApiVersion, today: Day): Words {
  return today >= expires
    ? {
        fr: `Le service a fermé la version ${name} de son accès le ${expires}. Mettez le serveur à jour.`,
        en: `The service ended version ${name} of its API on ${expires}. Update the server.`,
      }
    : {
        fr: `Le service fermera la version ${name} de son accès le ${expires}. Mettez le serveur à jour avant.`,
        en: `The service will end version ${name} of its API on ${expires}. Update the server before.`,
      };
}

function keyEnding(ends: Day, today: Day): Words {
  return today >= ends
    ? {
        fr: `Le jeton de cette source a expiré le ${ends}. Créez-en un autre dans le service, puis reconnectez-la.`,
        en: `The token of this source expired on ${ends}. Make another one in the service, then reconnect it.`,
      }
    : {
        fr: `Le jeton de cette source expirera le ${ends}. Créez-en un autre dans le service et reconnectez-la avant.`,
        en: `The token of this source will expire on ${ends}. Make another one in the service and reconnect it before.`,
      };
}

function leftOut(count: number): Words {
  return count === 1
    ? {
        fr: "À la dernière lecture, une ligne a été écartée\u00a0: une valeur indispensable y manque.",
        en: "In the last reading, one row was left out: it lacks a value that cannot be done without.",
      }
    : {
        fr: `À la dernière lecture, ${count} lignes ont été écartées\u00a0: une valeur indispensable y manque.`,
        en: `In the last reading, ${count} rows were left out: they lack a value that cannot be done without.`,
      };
}

function noLongerGiven(names: readonly Words[]): Words {
  const list = (language: keyof Words): string => names.map((words) => words[language]).join(", ");
  return {
    fr: `Le service ne donne plus\u00a0: ${list("fr")}. Ce qui a été lu reste, le reste continue.`,
    en: `The service no longer gives: ${list("en")}. What was read stays, the rest goes on.`,
  };
}

function notKnown(names: readonly string[]): Words {
  return {
    fr: `Le service envoie des valeurs que Boussole ne connaît pas encore\u00a0: ${names.map((name) => `«\u00a0${name}\u00a0»`).join(", ")}.`,
    en: `The service sends values that Boussole does not know yet: ${names.map((name) => `“${name}”`).join(", ")}.`,
  };
}
