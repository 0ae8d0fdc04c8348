// What a reader is told when a source fails: what is wrong, and the one thing to do about it.
import type { SourceProblem, SourceProblemCode } from "../shared/api/sources.ts";
import type { Words } from "../shared/language.ts";

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
      fr: "Ces identifiants n'ont pas accès à ces données.",
      en: "These credentials have no access to these data.",
    },
    action: {
      fr: "Donnez-leur un accès en lecture dans le service, puis relancez.",
      en: "Give them read access in the service, then sync again.",
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
  cursor_expired: {
    words: {
      fr: "Le service a oublié où en était la lecture.",
      en: "The service has forgotten how far the reading was.",
    },
    action: { fr: "Relancez la synchronisation.", en: "Sync again." },
  },
  reconnect_needed: {
    words: {
      fr: "L'accord donné à cette source n'est plus valable.",
      en: "The consent given to this source no longer holds.",
    },
    action: {
      fr: "Reconnectez la source : ses chiffres sont conservés.",
      en: "Reconnect the source: its figures are kept.",
    },
  },
  client_missing: {
    words: {
      fr: "Ce serveur n'est pas encore inscrit auprès du service.",
      en: "This server is not registered with the service yet.",
    },
    action: {
      fr: "Demandez à la personne qui l'administre de l'inscrire.",
      en: "Ask the person who runs it to register it.",
    },
  },
  storage_full: {
    words: {
      fr: "L'espace de stockage est plein : rien de nouveau n'est enregistré.",
      en: "The storage is full: nothing new is kept.",
    },
    action: {
      fr: "Supprimez une source dont vous n'avez plus besoin, avec ses chiffres.",
      en: "Remove a source that you no longer need, with its figures.",
    },
  },
  range_gone: {
    words: {
      fr: "L'onglet de cette plage a été supprimé, ou la plage ne contient plus rien : ses derniers chiffres restent.",
      en: "The tab of this range was deleted, or the range holds nothing any more: its last figures stay.",
    },
    action: {
      fr: "Choisissez une autre plage, ou déconnectez la source.",
      en: "Choose another range, or disconnect the source.",
    },
  },
  header_changed: {
    words: {
      fr: "Une colonne de la plage a changé de nom, manque ou est en double : les derniers chiffres restent.",
      en: "A column of the range was renamed, is missing or stands twice: the last figures stay.",
    },
    action: {
      fr: "Rétablissez son nom dans la feuille, ou choisissez de nouveau les colonnes.",
      en: "Give it its name back in the sheet, or choose the columns again.",
    },
  },
  too_large: {
    words: {
      fr: "La plage dépasse 20 000 lignes ou 4 millions de caractères : ses derniers chiffres restent.",
      en: "The range exceeds 20,000 rows or 4 million characters: its last figures stay.",
    },
    action: {
      fr: "Additionnez les lignes par jour, ou répartissez-les entre plusieurs plages.",
      en: "Add the rows up by day, or share them out between several ranges.",
    },
  },
  rows_unreadable: {
    words: {
      fr: "Aucune ligne de la plage n'a pu être lue : ses derniers chiffres restent.",
      en: "No row of the range could be read: its last figures stay.",
    },
    action: {
      fr: "Vérifiez les dates et les nombres, ou choisissez de nouveau les colonnes.",
      en: "Check the dates and the numbers, or choose the columns again.",
    },
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
