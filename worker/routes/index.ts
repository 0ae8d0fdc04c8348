// The catalogue of routes: what the API answers, and what its description is printed from.
import { checkRoutes } from "./checks.ts";
import { computeRoutes } from "./compute.ts";
import { connectionRoutes } from "./connections.ts";
import { connectorRoutes } from "./connectors.ts";
import { consentRoutes } from "./consents.ts";
import { countingRoutes } from "./counting.ts";
import { kpiRoutes } from "./kpis.ts";
import { objectiveRoutes } from "./objectives.ts";
import { rangeRoutes } from "./ranges.ts";
import { refreshRoutes } from "./refresh.ts";
import { reviewRoutes } from "./reviews.ts";
import type { Route } from "./route.ts";
import { workspaceRoutes } from "./workspaces.ts";

export const routes: readonly Route[] = [
  ...workspaceRoutes,
  ...connectorRoutes,
  ...consentRoutes,
  ...connectionRoutes,
  ...rangeRoutes,
  ...countingRoutes,
  ...checkRoutes,
  ...refreshRoutes,
  ...kpiRoutes,
  ...objectiveRoutes,
  ...reviewRoutes,
  ...computeRoutes,
];
