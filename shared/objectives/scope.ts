// What an objective is about within the data: everything, a channel, a campaign.
import type { Words } from "../language.ts";
import { channelName } from "./channel-names.ts";
import type { Scope } from "./objective.ts";

/** Two scopes of the same key hold the same rows: `all`, `channel:email`, `channel:email/campaign:Rentrée`. Empty for none. */
export function scopeKey(scope: Scope | null): string {
  if (scope === null) return "";
  if (scope === "all") return "all";
  const { channel, campaign } = scope;
  return [channel && `channel:${channel}`, campaign && `campaign:${campaign}`].filter(Boolean).join("/");
}

/** `E-mail, Rentrée`; empty for everything and for nothing. */
export function scopeInWords(scope: Scope | null): Words {
  if (scope === null || scope === "all") return { fr: "", en: "" };
  const { channel, campaign } = scope;
  const name = channel ? channelName(channel) : undefined;
  const join = (first: string | undefined): string => [first, campaign].filter(Boolean).join(", ");
  return { fr: join(name?.fr), en: join(name?.en) };
}
