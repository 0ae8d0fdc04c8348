// Reads a connector's streams to their end from the simulated services, page by page, as the engine does.
import type {
  Connector,
  EntityFields,
  EntityPage,
  EntityStream,
  FactStream,
  Settings,
  SourceAnswer,
  SourceRequest,
  Unit,
} from "../../../worker/connector.ts";
import { failureOf } from "../../../worker/failure.ts";
import type { Services } from "./services.ts";
import type { MetricName } from "../../../shared/metrics.ts";

export interface Reader {
  readonly services: Services;
  readonly connector: Connector;
  readonly settings: Settings;
  readonly unit: Unit;
  readonly authorization: string;
  /** Every request sent, in order. */
  readonly sent: SourceRequest[];
}

/** Sends one request to the simulators, without following what a browser would. */
async function ask(reader: Reader, request: SourceRequest): Promise<SourceAnswer> {
  const { services, connector, authorization, sent } = reader;
  sent.push(request);
  const url = new URL(request.url);
  const json = request.json === undefined ? {} : { body: JSON.stringify(request.json) };
  const type = request.json === undefined ? {} : { "content-type": "application/json" };
  const response = await services.ask(`${url.host}${url.pathname}${url.search}`, {
    method: request.method,
    headers: { authorization, ...type, ...request.headers },
    ...json,
  });
  const answer = {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.json(),
  };
  const failure = failureOf(answer, connector.errors, 0);
  if (failure) throw failure;
  return answer;
}

/** All the pages of a window of days. */
export async function readDays(reader: Reader, stream: FactStream, from: string, to: string) {
  const facts = [];
  for (let token: string | null = null, pages = 0; pages < 1000; pages += 1) {
    const page = { from, to, token };
    const answer = await ask(reader, stream.request(page, reader.settings));
    const reading = stream.read(answer, page, reader.settings, reader.unit);
    facts.push(...reading.facts);
    if (reading.next === null) return facts;
    token = reading.next;
  }
  throw new Error("It never ends.");
}

/** What is held of each kind of entity, by the service's own id. */
export type Store = Map<string, Map<string, EntityFields>>;

/** Reads what changed between two instants into the store, stream after stream. */
export async function readEntities(
  reader: Reader,
  store: Store,
  window: Pick<EntityPage, "since" | "until">,
  afterPage: (pages: number) => unknown = () => undefined,
): Promise<void> {
  for (const stream of reader.connector.streams) {
    if (stream.kind !== "entities") continue;
    const held = store.get(stream.entity) ?? new Map<string, EntityFields>();
    store.set(stream.entity, held);
    let pages = 0;
    for (let token: string | null = null; pages < 1000; pages += 1) {
      const page: EntityPage = { ...window, token };
      const answer = await ask(reader, stream.request(page, reader.settings));
      const reading = stream.read(answer, page, reader.settings, reader.unit);
      for (const { id, fields, removed } of reading.entities) {
        if (removed) held.delete(id);
        else held.set(id, { ...held.get(id), ...fields });
      }
      await afterPage(pages);
      if (reading.next === null) break;
      token = reading.next;
    }
  }
}

/** The sums of the figures derived from the store, over some days and by a name of each fact. */
export function sums(
  { connector, settings, unit }: Reader,
  store: Store,
  { from, to }: { readonly from: string; readonly to: string },
  by: "channel" | "campaign" | "day" = "channel",
): Record<string, Partial<Record<MetricName, number>>> {
  const groups: Record<string, Partial<Record<MetricName, number>>> = {};
  for (const stream of entityStreams(connector)) {
    for (const fields of store.get(stream.entity)?.values() ?? []) {
      for (const fact of stream.derive(fields, settings, unit)) {
        if (fact.day < from || fact.day > to) continue;
        const group = (groups[fact[by]] ??= {});
        for (const [name, value] of Object.entries(fact.values) as [MetricName, number][]) {
          if (stream.metrics.includes(name)) group[name] = (group[name] ?? 0) + value;
        }
      }
    }
  }
  return groups;
}

export function entityStreams({ streams }: Connector): EntityStream[] {
  return streams.filter((stream) => stream.kind === "entities");
}

/** The groups of `sums` in one. */
export function added(groups: ReturnType<typeof sums>): Record<string, number> {
  const total: Record<string, number> = {};
  for (const group of Object.values(groups)) {
    for (const [name, value] of Object.entries(group)) total[name] = (total[name] ?? 0) + value;
  }
  return total;
}
