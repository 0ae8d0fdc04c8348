// The tables of a connection: its connector's, or those of them that its settings leave.
import type { Settings, Stream } from "./connector.ts";
import { findConnector } from "./connectors/index.ts";
import type { ConnectionRow } from "./store/connections.ts";

export function streamsOf({
  connector,
  settings,
}: Pick<ConnectionRow, "connector" | "settings">): readonly Stream[] {
  const found = findConnector(connector);
  return found?.streamsFor?.(JSON.parse(settings) as Settings) ?? found?.streams ?? [];
}
