// The hourly trigger that refreshes this spreadsheet: best effort, since Google may delay it or not run it at all.
import { documentProperties } from "./services.ts";

const HANDLER = "refreshOnSchedule";
const TRIGGER = "boussole.trigger";
const LAST_RUN = "boussole.trigger.ran";

/** The hourly refresh, as the sidebar tells it. */
export interface Schedule {
  readonly on: boolean;
  /** ISO 8601; null before the first time. */
  readonly lastRun: string | null;
}

/** Starts the hourly refresh of this spreadsheet, unless it runs already. Without it, refreshing by hand still works. */
export function startSchedule(): void {
  try {
    const properties = documentProperties();
    const known = properties.getProperty(TRIGGER);
    if (ScriptApp.getProjectTriggers().some((trigger) => trigger.getUniqueId() === known)) return;
    const trigger = ScriptApp.newTrigger(HANDLER).timeBased().everyHours(1).create();
    properties.setProperty(TRIGGER, trigger.getUniqueId());
  } catch (error) {
    console.error(error);
  }
}

/** Ends it. A trigger that someone else started is left: it finds a spreadsheet without a key and does nothing. */
export function stopSchedule(): void {
  const properties = documentProperties();
  const known = properties.getProperty(TRIGGER);
  properties.deleteProperty(TRIGGER);
  properties.deleteProperty(LAST_RUN);
  try {
    for (const trigger of ScriptApp.getProjectTriggers()) {
      if (trigger.getUniqueId() === known) ScriptApp.deleteTrigger(trigger);
    }
  } catch (error) {
    console.error(error);
  }
}

export function noteScheduledRun(now: Date): void {
  documentProperties().setProperty(LAST_RUN, now.toISOString());
}

export function schedule(): Schedule {
  const properties = documentProperties();
  return { on: properties.getProperty(TRIGGER) !== null, lastRun: properties.getProperty(LAST_RUN) };
}
