// Access tokens in memory, and who fetches the next one.

/** A token is renewed this long before its end. */
const MARGIN_MS = 60_000;

export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** The host that the service said to call, for those that say it. */
  readonly instance?: string | undefined;
}

interface Kept {
  readonly fetched: Promise<AccessToken>;
  settled: boolean;
}

/**
 * Tokens in memory, by connection. Those who ask while one is being fetched wait for that one: a second request
 * would waste a token, or with services that rotate them, break the first.
 */
export class TokenCache {
  readonly #tokens = new Map<string, Kept>();

  /** The token of a connection, fetched when there is none or its end is near. */
  async get(connection: string, now: number, fetchToken: () => Promise<AccessToken>): Promise<AccessToken> {
    for (let kept = this.#tokens.get(connection); kept; kept = this.#tokens.get(connection)) {
      const access = await kept.fetched;
      if (access.expires - MARGIN_MS > now) return access;
      // Whoever comes back first takes the old one away; the others find the new one.
      if (this.#tokens.get(connection) === kept) this.#tokens.delete(connection);
    }
    const kept: Kept = { fetched: fetchToken(), settled: false };
    this.#tokens.set(connection, kept);
    kept.fetched.then(
      () => void (kept.settled = true),
      () => {
        if (this.#tokens.get(connection) === kept) this.#tokens.delete(connection);
      },
    );
    return kept.fetched;
  }

  /** Forgets a token that the service no longer takes; one that is being fetched is newer than that. */
  expire(connection: string): void {
    if (this.#tokens.get(connection)?.settled) this.#tokens.delete(connection);
  }

  /** Forgets whatever there is: the credentials changed. */
  forget(connection: string): void {
    this.#tokens.delete(connection);
  }
}
