// The simulated Google Analytics Data API: one property, that of the shop.
import { DIMENSIONS, METRICS } from "./ga4-fields.ts";
import { report, type Report } from "./ga4-report.ts";
import { readRequest, type ReportRequest } from "./ga4-request.ts";
import { googleProblem, refuse, unauthorized } from "./google.ts";
import { Refusal } from "./proto-json.ts";
import { today, type Simulation } from "./simulation.ts";
import type { Answer, Vendor, VendorRequest, World } from "./vendor.ts";

/** The shop's property. */
export const PROPERTY = "386402517";

const SCOPES = [
  "https://www.googleapis.com/auth/analytics.readonly",
  "https://www.googleapis.com/auth/analytics",
];
const PATH = /^\/v1beta\/properties\/([^/:]+)(:runReport|\/metadata)$/;
const HOURLY_TOKENS = 40_000;
const HOUR_MS = 3_600_000;

export const ga4: Vendor = {
  answer(request, world) {
    const [, property = "", operation = ""] = PATH.exec(request.path) ?? [];
    if (operation === "" || request.method !== (operation === ":runReport" ? "POST" : "GET"))
      return refuse(404);
    const refusal = unauthorized(request, world, SCOPES);
    if (refusal) return refusal;
    if (!/^\d+$/.test(property))
      return refuse(400, `Invalid property ID: ${property}. A numeric Property ID is required.`);
    if (property !== PROPERTY || world.memory.simulation().propertyClosed) return refuse(403);
    return operation === ":runReport" ? runReport(request, world) : metadata();
  },
  problem: googleProblem,
  page: ({ path, body }) => (path.endsWith(":runReport") ? summary(body) : ""),
};

function runReport({ body }: VendorRequest, { memory, now }: World): Answer {
  const simulation = memory.simulation();
  const hour = Math.floor(now / HOUR_MS);
  const left = simulation.quota.hour === hour ? simulation.quota.left : HOURLY_TOKENS;
  if (left <= 0) return refuse(429);
  try {
    const request = readRequest(body, today(simulation, now), simulation.currency);
    const page = report(request, simulation, today(simulation, now));
    const consumed = 1 + Math.floor(page.lines.length / 2500);
    memory.keep({ ...simulation, quota: { hour, left: left - consumed } });
    const quota = request.returnPropertyQuota
      ? { propertyQuota: propertyQuota(consumed, left - consumed) }
      : {};
    return {
      status: 200,
      body: { ...answer(request, page, simulation), ...quota, kind: "analyticsData#runReport" },
    };
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.code, error.message);
    throw error;
  }
}

/** Like any proto written as JSON, without what is zero, false or empty. */
function answer(
  request: ReportRequest,
  { lines, rowCount }: Report,
  { quality, currency, timeZone }: Simulation,
) {
  const dimensions =
    request.dateRanges.length > 1 ? [...request.dimensions, "dateRange"] : request.dimensions;
  const sampling = quality.sampling && {
    samplesReadCount: String(quality.sampling.read),
    samplingSpaceSize: String(quality.sampling.of),
  };
  return {
    ...(dimensions.length > 0 && { dimensionHeaders: dimensions.map((name) => ({ name })) }),
    ...(request.metrics.length > 0 && {
      metricHeaders: request.metrics.map((name) => ({ name, type: METRICS[name]!.type })),
    }),
    ...(lines.length > 0 && { rows: lines.map((line) => row(line.dimensions, line.metrics)) }),
    ...(rowCount > 0 && { rowCount }),
    metadata: {
      currencyCode: currency,
      timeZone,
      ...(quality.thresholding && { subjectToThresholding: true }),
      ...(quality.otherRow && { dataLossFromOtherRow: true }),
      ...(sampling && { samplingMetadatas: [sampling] }),
    },
  };
}

function row(dimensions: string[], metrics: string[]) {
  const values = (texts: string[]): { value: string }[] => texts.map((value) => ({ value }));
  return {
    ...(dimensions.length > 0 && { dimensionValues: values(dimensions) }),
    ...(metrics.length > 0 && { metricValues: values(metrics) }),
  };
}

function propertyQuota(consumed: number, left: number) {
  return {
    tokensPerDay: { consumed, remaining: 5 * left },
    tokensPerHour: { consumed, remaining: left },
    tokensPerProjectPerHour: { consumed, remaining: Math.floor(0.35 * left) },
    concurrentRequests: { remaining: 10 },
    serverErrorsPerProjectPerHour: { remaining: 10 },
    potentiallyThresholdedRequestsPerHour: { remaining: 120 },
  };
}

function metadata(): Answer {
  const dimensions = Object.keys(DIMENSIONS).map((apiName) => ({ apiName, uiName: apiName }));
  const metrics = Object.entries(METRICS).map(([apiName, { type }]) => ({ apiName, uiName: apiName, type }));
  return { status: 200, body: { name: `properties/${PROPERTY}/metadata`, dimensions, metrics } };
}

/** `2026-11-01..2026-11-21 date,sessionSource sessions +10000`, or nothing when the body is no request. */
function summary(body: string): string {
  try {
    const { dateRanges, dimensions, metrics, offset } = JSON.parse(body) as {
      dateRanges: { startDate: string; endDate: string }[];
      dimensions?: { name: string }[];
      metrics?: { name: string }[];
      offset?: string | number;
    };
    const days = dateRanges.map(({ startDate, endDate }) => `${startDate}..${endDate}`).join(" ");
    const columns = [dimensions ?? [], metrics ?? []].map((list) => list.map(({ name }) => name).join());
    return `${days} ${columns.join(" ")} +${offset ?? 0}`;
  } catch {
    return "";
  }
}
