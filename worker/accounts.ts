// Which accounts some credentials open, where a service holds several.
import { type Access, authorized, doorOf } from "./access.ts";
import type { Connector, Settings, SourceAnswer, SourceRequest, Unit } from "./connector.ts";
import { answerFailure } from "./failure.ts";
import { send } from "./http.ts";
import type { Room } from "./room.ts";

export interface AccountList {
  /** The setting that the choice fills. */
  readonly setting: string;
  /** `token` is the place in the list, null at its beginning. */
  readonly request: (token: string | null, settings: Settings) => SourceRequest;
  readonly read: (
    answer: SourceAnswer,
    settings: Settings,
    token: string | null,
  ) => { readonly accounts: readonly SourceAccount[]; readonly next: string | null };
  /** Whether a refusal is about one of several accounts only: `read` finds it empty, and the list goes on. */
  readonly closed?: (answer: SourceAnswer) => boolean;
}

export interface SourceAccount {
  readonly id: string;
  readonly name: string;
  readonly unit?: Unit;
}

/** A longer list than this is searched in the service itself. */
const MOST_PAGES = 20;

/** The accounts that an access opens, by name. @throws SourceFailure */
export async function listAccounts(
  room: Room,
  connector: Connector,
  settings: Settings,
  access: Access,
): Promise<readonly SourceAccount[]> {
  if (!connector.accounts) return [];
  const { request, read, closed } = connector.accounts;
  const all = { ...settings, ...access.settings };
  const door = doorOf(room, connector, settings);
  const accounts: SourceAccount[] = [];
  for (let page = 0, token: string | null = null; page < MOST_PAGES; page += 1) {
    const answer = await send(authorized(request(token, all), access), door);
    const failure = answerFailure(answer, connector, room.now());
    if (failure && !closed?.(answer)) throw failure;
    const list = read(answer, all, token);
    accounts.push(...list.accounts);
    token = list.next;
    if (token === null) break;
  }
  return accounts.toSorted((a, b) => a.name.localeCompare(b.name));
}
