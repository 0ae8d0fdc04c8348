// Channels: how a service's own names become ours, and how a connection changes some of them.
import * as z from "zod";
import type { Channel, Settings } from "./connector.ts";

const CHANNELS = [
  "paid_search",
  "paid_social",
  "organic_search",
  "organic_social",
  "email",
  "direct",
  "referral",
  "display",
  "video",
  "affiliate",
  "other",
  "unknown",
] as const satisfies readonly Channel[];

/** The setting, of any connector that names channels, that holds a connection's own choices: `{"Cross-network":"display"}`. */
export const CHANNELS_SETTING = "channels";

const Choices = z.record(z.string().max(200), z.enum(CHANNELS));

/** The choices that a setting holds, none for an empty one; undefined where it is not of that form. */
export function channelChoices(text: string): Readonly<Record<string, Channel>> | undefined {
  if (text.trim() === "") return {};
  try {
    return Choices.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** What names of a service count as: the connection's own choice, else the connector's, else "other"; no name is "unknown". */
export function channelNames(
  known: Readonly<Record<string, Channel>>,
  settings: Settings,
): (name: string) => Channel {
  const own = channelChoices(settings[CHANNELS_SETTING] ?? "") ?? {};
  const all = new Map(Object.entries({ ...known, ...own }));
  return (name) => all.get(name) ?? (name === "" ? "unknown" : "other");
}
