// The catalogue of connectors: a service is added by its file and one line here.
import type { Connector } from "../connector.ts";
import { ga4 } from "./ga4.ts";

export const connectors: readonly Connector[] = [ga4];

export function findConnector(name: string): Connector | undefined {
  return connectors.find((connector) => connector.name === name);
}
