// A connector as the API shows it: its form, its ways in, and what it is mostly about.
import type { ConnectorGroup, ConnectorSummary, WayIn } from "../shared/api/sources.ts";
import type { MetricName } from "../shared/metrics.ts";
import { type Authorization, fieldsOf, REFRESH_TOKEN } from "./authorization.ts";
import type { Connector } from "./connector.ts";
import { missingVariables } from "./consent-ask.ts";
import type { Room } from "./room.ts";

/** What tells the groups apart, the first that fits: a CRM holds the costs of campaigns too, a network its clicks. */
const TELLING: readonly (readonly [ConnectorGroup, readonly MetricName[]])[] = [
  ["crm", ["opps_won"]],
  ["advertising", ["spend"]],
  ["social", ["followers", "interactions", "likes"]],
  ["web", ["sessions"]],
  ["email", ["emails_sent", "delivered", "unique_opens"]],
  ["sales", ["mrr", "revenue", "orders", "new_customers"]],
  ["web", ["organic_clicks"]],
];

export function summaryOf(connector: Connector, room: Pick<Room, "environment">): ConnectorSummary {
  const { name, label, gives, settings, credentials, version, accounts, channels } = connector;
  return {
    name,
    label,
    gives,
    settings,
    credentials,
    group: groupOf(connector),
    ways: [connector.authorization].flat().map((way) => wayIn(way, room)),
    version: version ?? null,
    accountSetting: accounts?.setting ?? null,
    channels: channels ?? null,
  };
}

export function groupOf({ streams }: Pick<Connector, "streams">): ConnectorGroup {
  const found = new Set<MetricName>(streams.flatMap(({ metrics }) => metrics));
  return TELLING.find(([, telling]) => telling.some((metric) => found.has(metric)))?.[0] ?? "other";
}

function wayIn(way: Authorization, room: Pick<Room, "environment">): WayIn {
  const fields = fieldsOf(way).filter((field) => field !== REFRESH_TOKEN);
  return way.kind === "authorization_code"
    ? { kind: "consent", fields, missing: missingVariables(room, way), several: !way.rotates }
    : { kind: "credentials", fields };
}
