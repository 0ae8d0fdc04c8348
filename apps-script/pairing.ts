// The tie between this spreadsheet and a workspace: made, renewed, undone.
import type {
  CreateWorkspace,
  JoinWorkspace,
  NewKey,
  Pairing,
  Spreadsheet,
} from "../shared/api/workspace.ts";
import { type ApiAnswer, callApi } from "./backend.ts";
import { forgetRefresh } from "./refresh-state.ts";
import { startSchedule, stopSchedule } from "./schedule.ts";
import { activeSpreadsheet } from "./services.ts";
import { saveSheetKey, sheetKey } from "./sheet-key.ts";
import { showUnpaired } from "./tab-state.ts";

/** A name for a new workspace, or an owner's one-time code for theirs. */
export type PairRequest = { readonly name: string } | { readonly code: string };

/** Whether this spreadsheet belongs to a workspace, and its name, which a new workspace may take. */
export interface Paired {
  readonly paired: boolean;
  readonly spreadsheet: string;
}

export function paired(): Paired {
  return { paired: sheetKey() !== null, spreadsheet: activeSpreadsheet().getName() };
}

/** Makes a workspace for this spreadsheet, or joins one. The key stays in the document: the answer does not hold it. */
export function pair(request: PairRequest): ApiAnswer<null> {
  const body: CreateWorkspace | JoinWorkspace =
    "code" in request
      ? { code: request.code, spreadsheet: thisSpreadsheet() }
      : { name: request.name, spreadsheet: thisSpreadsheet() };
  const path = "code" in request ? "/v1/workspaces/join" : "/v1/workspaces";
  const answer = keepKey(callApi({ method: "post", path, body }) as ApiAnswer<Pairing>);
  if (answer.ok) startSchedule();
  return answer;
}

/** Replaces the key, which was perhaps seen by someone: the Worker refuses the old one at once. */
export function rotateKey(): ApiAnswer<null> {
  return keepKey(callApi({ method: "post", path: "/v1/keys/rotate" }) as ApiAnswer<NewKey>);
}

/** The spreadsheet keeps its figures, which say that they will not be renewed. */
export function unpair(): null {
  saveSheetKey(null);
  stopSchedule();
  showUnpaired();
  forgetRefresh();
  return null;
}

function keepKey(answer: ApiAnswer<{ readonly key: string }>): ApiAnswer<null> {
  if (!answer.ok) return answer;
  const { key } = answer.body;
  if (typeof key !== "string") return { ok: false, status: 0, problem: null };
  saveSheetKey(key);
  return { ...answer, body: null };
}

function thisSpreadsheet(): Spreadsheet {
  const spreadsheet = activeSpreadsheet();
  return {
    id: spreadsheet.getId(),
    name: spreadsheet.getName(),
    timeZone: spreadsheet.getSpreadsheetTimeZone(),
    locale: spreadsheet.getSpreadsheetLocale(),
  };
}
