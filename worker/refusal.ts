// Why a call is refused, in one form (RFC 9457) and two languages.
import type { ApiProblem, ApiProblemCode } from "../shared/api/call.ts";
import type { Language, Words } from "../shared/language.ts";

/** What a problem may carry beside its sentences. */
export type Extras = Partial<Pick<ApiProblem, "fields" | "variable" | "source" | "current">> & {
  readonly retryAfter?: number;
  /** What is wrong, where the code alone does not say it. */
  readonly reason?: Words;
};

/** Thrown where a call cannot be answered; turned into an answer at the edge of the object. */
export class Refusal extends Error {
  readonly code: ApiProblemCode;
  readonly extras: Extras;

  constructor(code: ApiProblemCode, extras: Extras = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.extras = extras;
  }
}

type Wording = { readonly status: number; readonly title: Words; readonly detail: Words };

const wordings: Readonly<Record<ApiProblemCode, Wording>> = {
  invalid_request: {
    status: 400,
    title: { fr: "Demande invalide", en: "Invalid request" },
    detail: {
      fr: "La demande n'a pas la forme attendue. Mettez le module à jour, puis réessayez.",
      en: "The request does not have the expected form. Update the add-on, then try again.",
    },
  },
  unauthenticated: {
    status: 401,
    title: { fr: "Identité requise", en: "Identity required" },
    detail: {
      fr: "Votre identité Google n'a pas pu être vérifiée. Rechargez la feuille.",
      en: "Your Google identity could not be verified. Reload the sheet.",
    },
  },
  key_refused: {
    status: 401,
    title: { fr: "Clé refusée", en: "Key refused" },
    detail: {
      fr: "Cette feuille n'est plus reliée à l'espace de travail. Reliez-la de nouveau.",
      en: "This sheet is no longer paired with the workspace. Pair it again.",
    },
  },
  not_a_member: {
    status: 403,
    title: { fr: "Réservé aux membres", en: "Members only" },
    detail: {
      fr: "Vous ne faites pas partie de cet espace de travail. Demandez un code d'invitation à son propriétaire.",
      en: "You do not belong to this workspace. Ask its owner for an invitation code.",
    },
  },
  owner_only: {
    status: 403,
    title: { fr: "Réservé au propriétaire", en: "Owner only" },
    detail: {
      fr: "Seul le propriétaire de l'espace de travail peut le faire. Adressez-vous à lui.",
      en: "Only the owner of the workspace can do this. Ask them.",
    },
  },
  not_found: {
    status: 404,
    title: { fr: "Introuvable", en: "Not found" },
    detail: {
      fr: "Cet élément n'existe pas, ou n'existe plus. Actualisez la liste.",
      en: "This does not exist, or no longer does. Refresh the list.",
    },
  },
  code_refused: {
    status: 403,
    title: { fr: "Code refusé", en: "Code refused" },
    detail: {
      fr: "Ce code d'invitation est faux, déjà utilisé ou expiré. Demandez-en un autre.",
      en: "This invitation code is wrong, used or expired. Ask for another one.",
    },
  },
  no_demo: {
    status: 409,
    title: { fr: "Pas de démonstration", en: "No demonstration" },
    detail: {
      fr: "Les données de démonstration n'existent pas ici. Connectez une vraie source.",
      en: "There are no demonstration data here. Connect a real source.",
    },
  },
  paused: {
    status: 409,
    title: { fr: "Source en pause", en: "Source paused" },
    detail: {
      fr: "Cette source est en pause. Reprenez-la d'abord.",
      en: "This source is paused. Resume it first.",
    },
  },
  sent_by_sheet: {
    status: 409,
    title: { fr: "Source lue dans la feuille", en: "Source read in the sheet" },
    detail: {
      fr: "Cette source est une plage d'un classeur\u00a0: elle se relit depuis ce classeur, à chaque actualisation.",
      en: "This source is a range of a spreadsheet: it is read again from that spreadsheet, at each refresh.",
    },
  },
  last_owner: {
    status: 409,
    title: { fr: "Dernier propriétaire", en: "Last owner" },
    detail: {
      fr: "C'est le seul propriétaire de cet espace de travail, il ne peut pas en être retiré.",
      en: "This is the only owner of the workspace, who cannot be removed from it.",
    },
  },
  too_many_connections: {
    status: 409,
    title: { fr: "Trop de sources", en: "Too many sources" },
    detail: {
      fr: "L'espace de travail a déjà 50 sources. Retirez-en une.",
      en: "The workspace already has 50 sources. Remove one.",
    },
  },
  source_refused: {
    status: 422,
    title: { fr: "Source non connectée", en: "Source not connected" },
    detail: { fr: "La source n'a pas pu être connectée.", en: "The source could not be connected." },
  },
  not_computable: {
    status: 422,
    title: { fr: "Calcul impossible", en: "Nothing to compute" },
    detail: {
      fr: "Ces données ne permettent pas ce calcul. Vérifiez-les.",
      en: "These data do not allow this computation. Check them.",
    },
  },
  stale_version: {
    status: 412,
    title: { fr: "Modifié entre-temps", en: "Changed meanwhile" },
    detail: {
      fr: "Quelqu'un a modifié cet objectif entre-temps. Relisez-le, puis recommencez.",
      en: "Someone changed this objective meanwhile. Read it again, then start over.",
    },
  },
  version_required: {
    status: 428,
    title: { fr: "Version requise", en: "Version required" },
    detail: {
      fr: "La version modifiée doit être indiquée. Mettez le module à jour.",
      en: "The version being changed must be given. Update the add-on.",
    },
  },
  objective_retired: {
    status: 409,
    title: { fr: "Objectif retiré", en: "Objective retired" },
    detail: {
      fr: "Cet objectif est retiré, il ne change plus. Fixez-en un nouveau.",
      en: "This objective is retired and no longer changes. Set a new one.",
    },
  },
  full: {
    status: 409,
    title: { fr: "Plus de place", en: "No room left" },
    detail: {
      fr: "L'espace de travail ne peut pas en garder davantage. Supprimez ce qui ne sert plus.",
      en: "The workspace cannot keep more of these. Delete what is no longer of use.",
    },
  },
  idempotency_mismatch: {
    status: 422,
    title: { fr: "Demande différente", en: "Different request" },
    detail: {
      fr: "Cette clé d'idempotence a servi à une autre demande. Recommencez.",
      en: "This idempotency key was used for another request. Start over.",
    },
  },
  too_large: {
    status: 413,
    title: { fr: "Demande trop volumineuse", en: "Request too large" },
    detail: {
      fr: "La demande est trop volumineuse. Raccourcissez-la.",
      en: "The request is too large. Shorten it.",
    },
  },
  unsupported_media_type: {
    status: 415,
    title: { fr: "JSON attendu", en: "JSON expected" },
    detail: {
      fr: "La demande doit être en JSON. Mettez le module à jour.",
      en: "The request must be JSON. Update the add-on.",
    },
  },
  too_many_requests: {
    status: 429,
    title: { fr: "Trop de demandes", en: "Too many requests" },
    detail: {
      fr: "Trop de demandes en peu de temps. Réessayez dans une minute.",
      en: "Too many requests in a short time. Try again in a minute.",
    },
  },
  not_configured: {
    status: 503,
    title: { fr: "Service non configuré", en: "Service not configured" },
    detail: {
      fr: "Le serveur n'est pas configuré correctement. Prévenez la personne qui l'a installé.",
      en: "The server is not configured correctly. Tell the person who installed it.",
    },
  },
  identity_unavailable: {
    status: 503,
    title: { fr: "Identité invérifiable", en: "Identity unavailable" },
    detail: {
      fr: "Google ne répond pas, votre identité ne peut être vérifiée. Réessayez dans un instant.",
      en: "Google does not answer, so your identity cannot be verified. Try again in a moment.",
    },
  },
  internal: {
    status: 500,
    title: { fr: "Erreur interne", en: "Internal error" },
    detail: {
      fr: "Une erreur inattendue s'est produite. Réessayez ; si cela dure, signalez-le-nous.",
      en: "An unexpected error happened. Try again; if it lasts, let us know.",
    },
  },
};

/** The body of a refusal, in a language. */
export function problemOf(code: ApiProblemCode, language: Language, extras: Extras = {}): ApiProblem {
  const { status, title, detail } = wordings[code];
  const { retryAfter: _, reason, ...shown } = extras;
  const source = extras.source ? ` ${extras.source.words[language]} ${extras.source.action[language]}` : "";
  const text = `${(reason ?? detail)[language]}${source}`.replace(" ;", "\u202f;");
  return {
    type: `urn:boussole:problem:${code}`,
    title: title[language],
    status,
    detail: text,
    code,
    ...shown,
  };
}
