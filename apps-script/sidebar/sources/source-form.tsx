// The form that connects a source or changes one: drawn from the fields, the ways in and the accounts of its service.
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Connection, ConnectorSummary, Tested } from "../../../shared/api/sources.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { focusFirstError, TextField } from "../text-field.tsx";
import { TroubleMessage } from "../trouble.tsx";
import { AccountsPart } from "./accounts-part.tsx";
import { ConsentPart } from "./consent-part.tsx";
import { FieldInput } from "./field-input.tsx";
import type { SourceField } from "./fields.ts";
import { type FormOutcome, useSourceForm } from "./use-source-form.ts";
import { WayChoice } from "./way-part.tsx";

interface Props {
  readonly connector: ConnectorSummary;
  /** The source to change; without it, a new one. */
  readonly connection?: Connection | undefined;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

export function SourceForm({ connector, connection, onDone, onBack }: Props): VNode {
  const { say, language } = useSpeech();
  const form = useSourceForm(connector, connection, onDone);
  const { account, way, chosen, busy, errors, consent } = form;
  const title = useRef<HTMLHeadingElement>(null);
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => title.current?.focus(), []);
  const act = async (action: () => Promise<boolean>): Promise<void> => {
    if (!busy && !(await action())) focusFirstError(place.current);
  };
  const input = (field: SourceField): VNode => (
    <FieldInput
      key={field.path}
      field={field}
      text={form.texts[field.path] ?? ""}
      error={errors[field.path]}
      onText={(text) => form.setText(field.path, text)}
      onError={(word) => form.setError(field.path, word)}
    />
  );
  const access = [way?.kind, consent.granted, ...form.credentials.map(({ path }) => form.texts[path])].join(
    " ",
  );
  return (
    <div class="page">
      <button type="button" class="back" onClick={onBack}>
        <Icon name="back" />
        {connection?.name ?? say("allServices")}
      </button>
      <h2 ref={title} tabIndex={-1}>
        {connection ? say("settingsOf", { name: connection.name }) : connector.label[language]}
      </h2>
      <p class="help">{connector.gives[language]}</p>
      <form
        ref={place}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void act(form.send);
        }}
      >
        {form.settings.map(input)}
        <WayChoice connector={connector} way={way} connected={connection !== undefined} onWay={form.setWay} />
        {form.credentials.map(input)}
        {way?.kind === "consent" && (
          <>
            <ConsentPart connector={connector} way={way} consent={consent} onAsk={form.askConsent} />
            {errors["consent"] && (
              <p class="field-error" role="alert">
                {say(errors["consent"])}
              </p>
            )}
          </>
        )}
        {account && (
          <AccountsPart
            field={account}
            chosen={chosen}
            several={form.several}
            error={errors[account.path]}
            ready={form.ready}
            access={access}
            eager={consent.granted !== undefined}
            read={form.readAccounts}
            onChoose={form.choose}
          />
        )}
        {chosen.length < 2 && (
          <TextField
            name="name"
            maxLength={200}
            label={say("sourceName")}
            help={say("sourceNameHelp")}
            value={form.name}
            placeholder={chosen[0]?.name || connector.label[language]}
            onText={form.setName}
          />
        )}
        {connection && <p class="help">{say("rereadWarning")}</p>}
        <p class="submit">
          <button type="submit" class="primary" aria-disabled={busy !== undefined}>
            {busy === "sending"
              ? say("trying")
              : connection
                ? say("saveSource")
                : chosen.length > 1
                  ? say("connectSome", { count: chosen.length })
                  : say("connect")}
          </button>
          <button type="button" aria-disabled={busy !== undefined} onClick={() => void act(form.test)}>
            {say(busy === "testing" ? "testing" : "testAccess")}
          </button>
        </p>
        {form.outcome && <Outcome outcome={form.outcome} asked={chosen.length} />}
      </form>
    </div>
  );
}

function Outcome({ outcome, asked }: { outcome: FormOutcome; asked: number }): VNode {
  const { say } = useSpeech();
  if ("tested" in outcome) return <TestedMessage tested={outcome.tested} />;
  const { trouble, done, name } = outcome;
  return (
    <>
      {done !== undefined && name !== undefined && (
        <p>{say("connectedSome", { done, count: done + asked, name })}</p>
      )}
      <TroubleMessage trouble={trouble} />
    </>
  );
}

export function TestedMessage({ tested: { currency, timeZone } }: { tested: Tested }): VNode {
  const { say } = useSpeech();
  return (
    <p class="message done" role="status">
      <Icon name="done" />
      <span>
        {currency === null ? say("testedPlain", { timeZone }) : say("testedMoney", { currency, timeZone })}
      </span>
    </p>
  );
}
