// Statistics over more data than a cell takes, given with the call.
import { LARGEST_COMPUTATION } from "../../shared/api/compute.ts";
import { compute } from "../compute.ts";
import { type Route, route } from "./route.ts";
import * as schema from "./schemas/compute.ts";

export const computeRoutes: readonly Route[] = [
  route({
    name: "compute",
    method: "POST",
    path: "/v1/compute",
    summary: "A statistic over the values given, as a cell computes it, for more of them.",
    who: "member",
    status: 200,
    largest: LARGEST_COMPUTATION,
    perMinute: 10,
    body: schema.ComputeRequest,
    answer: schema.ComputeAnswer,
    handle: () => ({}),
    outside: (body) => ({ body: compute(body) }),
  }),
];
