// The catalogue of routes: what the API answers, and what its description is printed from.
import { connectionRoutes } from "./connections.ts";
import { kpiRoutes } from "./kpis.ts";
import { objectiveRoutes } from "./objectives.ts";
import { refreshRoutes } from "./refresh.ts";
import type { Route } from "./route.ts";
import { workspaceRoutes } from "./workspaces.ts";

export const routes: readonly Route[] = [
  ...workspaceRoutes,
  ...connectionRoutes,
  ...refreshRoutes,
  ...kpiRoutes,
  ...objectiveRoutes,
];
