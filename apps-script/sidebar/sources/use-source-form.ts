// What the form of a source holds and does: what is typed, what it lacks, trying it, and sending it.
import { useState } from "preact/hooks";
import type {
  AccountChoice,
  Connection,
  ConnectorSummary,
  SourceQuestion,
  Tested,
  WayIn,
} from "../../../shared/api/sources.ts";
import { useSpeech } from "../language.ts";
import { changeConnection, connect, readAccounts, type Result, testSource, type Trouble } from "../worker.ts";
import type { Word } from "../words.ts";
import {
  accountField,
  credentialFields,
  missingIn,
  settingFields,
  type SourceTexts,
  valuesIn,
} from "./fields.ts";
import { hasAccess } from "./needs.ts";
import { useConsent } from "./use-consent.ts";

export type Errors = Readonly<Record<string, Word>>;
export type Busy = "testing" | "sending" | undefined;

/** What came of the last thing asked. */
export type FormOutcome =
  | { readonly tested: Tested }
  /** `done` sources were connected before the one that was not. */
  | { readonly trouble: Trouble; readonly done?: number; readonly name?: string };

/** @param connection the source that is changed; undefined for a new one */
export function useSourceForm(
  connector: ConnectorSummary,
  connection: Connection | undefined,
  onDone: () => void,
) {
  const { language } = useSpeech();
  const account = accountField(connector);
  const [name, setName] = useState(connection?.name ?? "");
  const [texts, setTexts] = useState<SourceTexts>(() => settingsAsTexts(connection));
  const [way, setWayIn] = useState(() =>
    connection && hasAccess(connection) ? undefined : firstWay(connector),
  );
  const [chosen, setChosen] = useState<readonly AccountChoice[]>(() => {
    const id = account && connection?.settings[account.name];
    return id ? [{ id, name: "" }] : [];
  });
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState<Busy>();
  const [outcome, setOutcome] = useState<FormOutcome>();
  const consent = useConsent();

  const settings = settingFields(connector);
  // An access that is kept needs nothing typed.
  const credentials = way || !connection ? credentialFields(connector, way) : [];
  const several = connection === undefined && (way?.kind !== "consent" || way.several);

  const setText = (path: string, text: string): void => {
    setTexts((before) => ({ ...before, [path]: text }));
    setErrors((before) => without(before, path));
    // A consent is given for the settings of that moment.
    if (path.startsWith("settings.")) consent.reset();
  };
  const setWay = (next: WayIn | undefined): void => {
    setWayIn(next);
    setErrors({});
    setOutcome(undefined);
  };
  const choose = (accounts: readonly AccountChoice[]): void => {
    setChosen(accounts);
    if (account) setErrors((before) => without(before, account.path));
  };

  /** What is still missing to be let in, then to name an account. */
  const lacking = (): Errors => ({
    ...missingIn([...settings, ...credentials], texts),
    ...(way?.kind === "consent" && consent.granted === undefined ? { consent: "wantWay" as const } : {}),
  });
  const lackingAccount = (): Errors =>
    account && account.optional !== true && chosen.length === 0 ? { [account.path]: "wantAccount" } : {};

  /** The settings that were not asked for here (channels) stay as they are. */
  const settingsFor = (id: string | undefined): Record<string, string> => {
    const asked = new Set(connector.settings.map((field) => field.name));
    const others = Object.entries(connection?.settings ?? {}).filter(([key]) => !asked.has(key));
    const typed = valuesIn(settings, texts);
    return { ...Object.fromEntries(others), ...typed, ...(account && id ? { [account.name]: id } : {}) };
  };
  const question = (id?: string): SourceQuestion => ({
    settings: settingsFor(id),
    credentials: valuesIn(credentials, texts),
    ...(consent.granted === undefined ? {} : { consent: consent.granted }),
    ...(connection ? { connection: connection.id } : {}),
  });
  const failed = (trouble: Trouble, more: { done?: number; name?: string } = {}): void => {
    setOutcome({ trouble, ...more });
    const wrong = trouble.kind === "problem" ? (trouble.fields ?? []) : [];
    setErrors(Object.fromEntries(wrong.map((path) => [path, "wantOther" as const])));
  };

  /** @returns whether nothing is missing: what is, is told beside its field */
  const complete = (): boolean => {
    const missing = { ...lacking(), ...lackingAccount() };
    setErrors(missing);
    setOutcome(undefined);
    return Object.keys(missing).length === 0;
  };
  const test = async (): Promise<boolean> => {
    if (!complete()) return false;
    setBusy("testing");
    const result = await testSource(connector.name, question(chosen[0]?.id));
    setBusy(undefined);
    if ("body" in result) setOutcome({ tested: result.body });
    else failed(result.trouble);
    return "body" in result;
  };

  const sendOne = (id: string | undefined, named: string): Promise<Result<unknown>> => {
    const { connection: _, credentials: typed, ...rest } = question(id);
    if (!connection) return connect({ connector: connector.name, name: named, credentials: typed, ...rest });
    const given = Object.keys(typed).length > 0 ? { credentials: typed } : {};
    return changeConnection(connection.id, { name: named, ...given, ...rest });
  };
  const send = async (): Promise<boolean> => {
    if (!complete()) return false;
    setBusy("sending");
    const targets = chosen.length > 0 ? chosen : [{ id: undefined, name: "" }];
    const usual = connector.label[language];
    for (const [done, target] of targets.entries()) {
      const own = targets.length > 1 ? target.name : name.trim();
      const named = own || target.name || usual;
      const result = await sendOne(target.id, named);
      if ("trouble" in result) {
        setBusy(undefined);
        // Those that are connected are not connected again.
        setChosen(chosen.slice(done));
        failed(result.trouble, targets.length > 1 ? { done, name: named } : {});
        return false;
      }
    }
    setBusy(undefined);
    onDone();
    return true;
  };

  return {
    account,
    settings,
    credentials,
    several,
    name,
    texts,
    way,
    chosen,
    errors,
    busy,
    outcome,
    consent,
    setName,
    setText,
    setWay,
    choose,
    test,
    send,
    setError: (path: string, word: Word) => setErrors((before) => ({ ...before, [path]: word })),
    ready: Object.keys(lacking()).length === 0,
    readAccounts: () => readAccounts(connector.name, question()),
    askConsent: () => {
      const missing = missingIn(settings, texts);
      setErrors(missing);
      if (Object.keys(missing).length > 0) return;
      void consent.ask({ connector: connector.name, settings: valuesIn(settings, texts) });
    },
  };
}

function settingsAsTexts(connection: Connection | undefined): SourceTexts {
  const settings = Object.entries(connection?.settings ?? {});
  return Object.fromEntries(settings.map(([key, text]) => [`settings.${key}`, text]));
}

/** A consent where it can be asked for: it leaves nothing to copy. */
function firstWay({ ways }: ConnectorSummary): WayIn | undefined {
  return ways.find((way) => way.kind === "consent" && way.missing.length === 0) ?? ways[0];
}

function without(errors: Errors, path: string): Errors {
  return Object.fromEntries(Object.entries(errors).filter(([key]) => key !== path));
}
