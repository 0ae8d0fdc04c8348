// The channels of a source without their looks: the service's names, what each counts as, and what is sent.
import type { ConnectorSummary, Connection } from "../../../shared/api/sources.ts";

/** The setting of a connection that holds its own choices, as JSON. */
const SETTING = "channels";

export type ChannelChoices = Readonly<Record<string, string>>;

/** A connection's own choices; none where the setting is empty or unreadable. */
export function ownChannels({ settings }: Pick<Connection, "settings">): ChannelChoices {
  try {
    return JSON.parse(settings[SETTING] || "{}") as ChannelChoices;
  } catch {
    return {};
  }
}

/** The names to choose a channel for: those of the service, then those added here. */
export function channelRows({ channels }: Pick<ConnectorSummary, "channels">, own: ChannelChoices): string[] {
  return [...new Set([...Object.keys(channels ?? {}), ...Object.keys(own)])];
}

/** The settings with these choices, but for those that are what they would be anyway. */
export function withChannels(
  { settings }: Pick<Connection, "settings">,
  { channels }: Pick<ConnectorSummary, "channels">,
  own: ChannelChoices,
): Record<string, string> {
  const { [SETTING]: _, ...others } = settings;
  const changed = Object.entries(own).filter(([name, channel]) => channels?.[name] !== channel);
  return changed.length === 0
    ? others
    : { ...others, [SETTING]: JSON.stringify(Object.fromEntries(changed)) };
}
