// ScriptApp: authorisation, tokens and the triggers of the add-on.
import { Exception, only } from "../exception.ts";
import type { AuthMode } from "../host.ts";
import { hasScope } from "../permissions.ts";
import { type Context, enumeration } from "./context.ts";

/** Where triggers are kept in the store. */
export const TRIGGER_SCOPE = "triggers";

/** A trigger as the store keeps it, by its id. */
export interface KeptTrigger {
  handler: string;
  everyHours: number;
}

export function createScriptApp(context: Context) {
  const authModes = enumeration<AuthMode>("AuthMode", ["NONE", "LIMITED", "CUSTOM_FUNCTION", "FULL"]);
  const user = (member: string) => context.guard("user", `ScriptApp.${member}`);
  const triggers = (member: string) => context.guard("triggers", `ScriptApp.${member}`);
  return only("ScriptApp", {
    AuthMode: authModes,
    AuthorizationStatus: enumeration("AuthorizationStatus", ["REQUIRED", "NOT_REQUIRED"]),
    EventType: enumeration("EventType", ["CLOCK", "ON_OPEN", "ON_EDIT", "ON_CHANGE", "ON_FORM_SUBMIT"]),
    getAuthorizationInfo: (_mode: AuthMode) =>
      // Whoever opens the local workbook has agreed to everything.
      only("AuthorizationInfo", {
        getAuthorizationStatus: () => "NOT_REQUIRED",
        getAuthorizationUrl: () => null,
      }),
    requireScopes: (_mode: AuthMode, scopes: readonly string[]): void => {
      const missing = scopes.filter((scope) => !hasScope(context.manifest, scope));
      if (missing.length > 0) throw new Exception(`Not in the manifest: ${missing.join(", ")}`);
    },
    getIdentityToken: () => {
      user("getIdentityToken");
      return hasScope(context.manifest, "openid") ? context.user.identityToken() : null;
    },
    getProjectTriggers: () => {
      triggers("getProjectTriggers");
      return Object.entries(context.store.all(TRIGGER_SCOPE)).map(([id, kept]) =>
        createTrigger(id, JSON.parse(kept) as KeptTrigger),
      );
    },
    deleteTrigger: (trigger: { getUniqueId(): string }): void => {
      triggers("deleteTrigger");
      context.store.delete(TRIGGER_SCOPE, trigger.getUniqueId());
    },
    newTrigger: (handler: string) => {
      triggers("newTrigger");
      return only("TriggerBuilder", { timeBased: () => createClockBuilder(context, handler) });
    },
  });
}

function createTrigger(id: string, kept: KeptTrigger) {
  return only("Trigger", {
    getUniqueId: () => id,
    getHandlerFunction: () => kept.handler,
    getEventType: () => "CLOCK",
    getTriggerSource: () => "CLOCK",
  });
}

/** An add-on may have one clock trigger for each handler, hourly at most. */
function createClockBuilder(context: Context, handler: string) {
  let hours = 0;
  const builder = only("ClockTriggerBuilder", {
    everyHours: (count: number) => {
      hours = count;
      return builder;
    },
    create: () => {
      if (!Number.isInteger(hours) || hours < 1)
        throw new Exception("The trigger needs a number of hours, 1 or more.");
      const id = context.machine.uuid();
      const kept: KeptTrigger = { handler, everyHours: hours };
      context.store.set(TRIGGER_SCOPE, id, JSON.stringify(kept));
      return createTrigger(id, kept);
    },
  });
  return builder;
}
