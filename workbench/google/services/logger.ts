// Logger and console: what a script writes for its developer.
import { only } from "../exception.ts";
import type { Machine } from "../host.ts";
import { formatText } from "./text-format.ts";

export function createLogger(machine: Machine) {
  let written = "";
  const logger = only("Logger", {
    log: (first: unknown, ...values: unknown[]) => {
      const text = message([first, ...values]);
      written += `${text}\n`;
      machine.log("log", text);
      return logger;
    },
    getLog: () => written,
    clear: (): void => {
      written = "";
    },
  });
  return logger;
}

/** The methods that Apps Script's console has. */
export function createConsole(machine: Machine) {
  const started = new Map<string, number>();
  const write =
    (level: "log" | "info" | "warn" | "error") =>
    (...values: unknown[]): void =>
      machine.log(level, message(values));
  return {
    log: write("log"),
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
    time: (label: string): void => void started.set(label, machine.now()),
    timeEnd: (label: string): void =>
      machine.log("log", `${label}: ${machine.now() - (started.get(label) ?? machine.now())}ms`),
  };
}

function message(values: readonly unknown[]): string {
  const [first, ...others] = values;
  if (typeof first === "string" && first.includes("%")) return formatText(first, others);
  return values.map(show).join(" ");
}

function show(value: unknown): string {
  if (value instanceof Error) return value.stack ?? String(value);
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
