// The description of the API, printed from its routes: https://spec.openapis.org/oas/v3.1.1.html
import * as z from "zod";
import type { Route, Who } from "./routes/route.ts";

type Json = Record<string, unknown>;

const HEADERS = ["Boussole-Key", "Boussole-Spreadsheet"];
const WHO: Readonly<Record<Who, string>> = {
  person: "A Google ID token.",
  reader: "The key of a spreadsheet, with or without a token.",
  member: "The key of a spreadsheet and the token of a member.",
  owner: "The key of a spreadsheet and the token of an owner.",
};

/** The OpenAPI document of these routes. */
export function openApi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: "3.1.1",
    info: { title: "Boussole", version: "1" },
    paths,
    components: {
      securitySchemes: { google: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: { Problem: PROBLEM },
    },
  };
}

const PROBLEM = {
  type: "object",
  required: ["type", "title", "status", "detail", "code"],
  properties: {
    ...Object.fromEntries(["type", "title", "detail", "code"].map((name) => [name, { type: "string" }])),
    status: { type: "integer" },
  },
};

function operation({ name, summary, who, path, status, query, body, answer, idempotent }: Route): Json {
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map((match) => parameter(match[1] ?? "", "path", true)),
    ...Object.entries(query?.shape ?? {}).map(([key, schema]) => ({
      ...parameter(key, "query", false),
      schema: schemaOf(schema as z.ZodType),
    })),
    ...(who === "person" ? [] : HEADERS.map((header) => parameter(header, "header", true))),
    ...(idempotent ? [parameter("Idempotency-Key", "header", false)] : []),
  ];
  return {
    operationId: name,
    summary,
    description: WHO[who],
    "x-who": who,
    security: who === "reader" ? [{}, { google: [] }] : [{ google: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: json("application/json", schemaOf(body)) } } : {}),
    responses: {
      [status]: {
        description: "Done.",
        ...(answer ? { content: json("application/json", schemaOf(answer)) } : {}),
      },
      default: {
        description: "Refused.",
        content: json("application/problem+json", { $ref: "#/components/schemas/Problem" }),
      },
    },
  };
}

function parameter(name: string, place: "path" | "query" | "header", required: boolean): Json {
  return { name, in: place, required, schema: { type: "string" } };
}

function json(type: string, schema: unknown): Json {
  return { [type]: { schema } };
}

function schemaOf(schema: z.ZodType): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: "any", io: "input" });
  return rest;
}
