// The part of the form where the accounts that an access opens are chosen, or the id of one is typed.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { AccountChoice } from "../../../shared/api/sources.ts";
import { fold } from "../../../shared/language.ts";
import { useSpeech } from "../language.ts";
import { TextField } from "../text-field.tsx";
import { TroubleMessage } from "../trouble.tsx";
import type { Result, Trouble } from "../worker.ts";
import type { Word } from "../words.ts";
import type { SourceField } from "./fields.ts";

interface Props {
  readonly field: SourceField;
  readonly chosen: readonly AccountChoice[];
  /** Whether several may be chosen at once. */
  readonly several: boolean;
  readonly error: Word | undefined;
  /** What lets in is all there: the accounts can be asked for. */
  readonly ready: boolean;
  /** Changes with what lets in: accounts found before may no longer be right. */
  readonly access: string;
  /** True where the accounts are asked for as soon as they can be. */
  readonly eager: boolean;
  readonly read: () => Promise<Result<{ accounts: readonly AccountChoice[] }>>;
  readonly onChoose: (chosen: readonly AccountChoice[]) => void;
}

/** A longer list is filtered. */
const MANY = 8;

export function AccountsPart(props: Props): VNode {
  const { field, chosen, several, error, ready, access, eager, read, onChoose } = props;
  const { say, language } = useSpeech();
  const [accounts, setAccounts] = useState<readonly AccountChoice[]>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const focus = (selector: string): void => {
    requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
  };
  const look = async (byHand: boolean): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    const result = await read();
    setBusy(false);
    if ("trouble" in result) return setTrouble(result.trouble);
    setAccounts(result.body.accounts);
    if (byHand) focus("[name=account]");
    const [only] = result.body.accounts;
    if (only && result.body.accounts.length === 1) onChoose([only]);
  };
  useEffect(() => {
    setAccounts(undefined);
    setTrouble(undefined);
    if (eager && ready) void look(false);
    // Looks again for another access only.
  }, [access, eager && ready]);

  if (accounts === undefined || accounts.length === 0) {
    return (
      <>
        <TextField
          name={field.path}
          label={field.label[language]}
          help={field.help[language]}
          value={chosen[0]?.id ?? ""}
          error={error}
          onText={(id) => onChoose(id === "" ? [] : [{ id, name: "" }])}
        />
        <p class="submit">
          <button type="button" aria-disabled={busy || !ready} onClick={() => ready && void look(true)}>
            {say(busy ? "showingAccounts" : "showAccounts")}
          </button>
        </p>
        <p class="help" role="status">
          {accounts && say("noAccount")}
        </p>
        {trouble && <TroubleMessage trouble={trouble} onRetry={() => void look(true)} />}
      </>
    );
  }
  return (
    <>
      <AccountList {...{ accounts, chosen, several, error, onChoose }} />
      <button
        type="button"
        class="plain"
        onClick={() => {
          setAccounts(undefined);
          focus(`[name="${field.path}"]`);
        }}
      >
        {say("typeAccount")}
      </button>
    </>
  );
}

type ListProps = Pick<Props, "chosen" | "several" | "error" | "onChoose"> & {
  readonly accounts: readonly AccountChoice[];
};

function AccountList({ accounts, chosen, several, error, onChoose }: ListProps): VNode {
  const { say } = useSpeech();
  const [query, setQuery] = useState("");
  const isChosen = ({ id }: AccountChoice): boolean => chosen.some((one) => one.id === id);
  const wanted = fold(query);
  const shown = accounts.filter((one) => isChosen(one) || fold(`${one.name} ${one.id}`).includes(wanted));
  const toggle = (account: AccountChoice): void =>
    onChoose(isChosen(account) ? chosen.filter(({ id }) => id !== account.id) : [...chosen, account]);
  return (
    <>
      {accounts.length > MANY && (
        <TextField name="account-filter" label={say("searchAccount")} value={query} onText={setQuery} />
      )}
      <fieldset class="stacked accounts">
        <legend>{say(several ? "accountsTitle" : "accountTitle")}</legend>
        {shown.map((account) => (
          <label key={account.id} class="choice">
            <input
              type={several ? "checkbox" : "radio"}
              name="account"
              aria-invalid={error !== undefined}
              checked={isChosen(account)}
              onChange={() => (several ? toggle(account) : onChoose([account]))}
            />
            <span>
              {account.name} <small>{account.id}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {error && <p class="field-error">{say(error)}</p>}
      {several && chosen.length > 1 && <p class="help">{say("severalAccounts")}</p>}
    </>
  );
}
