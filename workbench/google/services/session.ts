// Session: who uses the script, and in which language and time zone.
import { only } from "../exception.ts";
import { hasScope } from "../permissions.ts";
import type { Context } from "./context.ts";

const EMAIL_SCOPE = "https://www.googleapis.com/auth/userinfo.email";

export function createSession(context: Context) {
  const user = (member: string) => () => {
    context.guard("user", `Session.${member}`);
    // Without the scope, or the domain's consent, Google gives an empty address.
    const email = hasScope(context.manifest, EMAIL_SCOPE) ? context.user.email() : "";
    return only("User", { getEmail: () => email, toString: () => email });
  };
  return only("Session", {
    getActiveUser: user("getActiveUser"),
    getEffectiveUser: user("getEffectiveUser"),
    // The one thing about the user that every mode may know.
    getActiveUserLocale: () => context.locale,
    getScriptTimeZone: () => context.manifest.timeZone,
    getTemporaryActiveUserKey: () => {
      context.guard("user", "Session.getTemporaryActiveUserKey");
      return "local-user";
    },
  });
}
