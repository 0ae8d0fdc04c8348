// What Google calls: the menu, the schedule, and the one door through which the sidebar speaks to the script.
import { type ApiAnswer, type ApiCall, callApi } from "./backend.ts";
import type { Answer, Door } from "./door.ts";
import { addTab } from "./new-tab.ts";
import { pair, paired, rotateKey, unpair } from "./pairing.ts";
import { sendRange, showRange } from "./ranges.ts";
import { refresh } from "./refresh.ts";
import { lastRefresh } from "./refresh-state.ts";
import { schedule } from "./schedule.ts";
import { activeSpreadsheet } from "./services.ts";
import { insert, Refused, selectedNumber, selection } from "./sheet.ts";
import { ownSheet } from "./tab-writer.ts";

export { callAt } from "./call.ts";
export { onInstall, onOpen, refreshFromMenu, showSidebar } from "./menu.ts";
export { refreshOnSchedule } from "./refresh.ts";
export { computeFromMenu } from "./server-compute.ts";

/** Calls whose answer holds no key; nothing but names between their slashes, so that none becomes another. */
const CALLS =
  /^\/v1\/(workspace|members|invitations|connectors|connections|consents|counting|checks|ranges|runs|kpis|objectives|notes)(\/[\w-]+)*(\?[^#\s]*)?$/;

/** What the sidebar asks of the Worker. The key stays in the document, and only these two headers are sent along. */
function api({ method, path, body, headers = {} }: ApiCall): ApiAnswer {
  if (!CALLS.test(path)) throw new Error(`No call to ${path}`);
  const own: Record<string, string> = {};
  for (const name of ["If-Match", "Idempotency-Key"] as const) {
    const value = headers[name];
    if (value !== undefined) own[name] = value;
  }
  return callApi({ method, path, ...(body !== undefined && { body }), headers: own });
}

const door: Door = {
  locale: () => ({
    user: Session.getActiveUserLocale(),
    sheet: activeSpreadsheet().getSpreadsheetLocale(),
  }),
  selection,
  selectedNumber,
  me: () => Session.getActiveUser().getEmail() || null,
  insert,
  paired,
  pair,
  rotateKey,
  unpair,
  api,
  refresh: () => refresh(new Date(), { always: true }),
  freshness: () => ({
    last: lastRefresh(),
    schedule: schedule(),
    dataTab: ownSheet("data")?.getName() ?? null,
  }),
  range: showRange,
  addTab,
  sendRange,
};

/**
 * Answers the sidebar: the name of a method of the door, its payload and the answer as JSON text, since
 * `google.script.run` turns an answer that holds a date into `null`. Never throws.
 */
export function sidebar(method: string, payload: string): string {
  return JSON.stringify(answer(method, payload));
}

function answer(method: string, payload: string): Answer<unknown> {
  try {
    if (!Object.prototype.hasOwnProperty.call(door, method)) throw new Error(`No method ${method}`);
    return { value: door[method as keyof Door](JSON.parse(payload)) };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    console.error(error);
    return { refusal: { kind: "unexpected" } };
  }
}
