// Who is at the keyboard of the page: the workbench's own sign-in stands in for Google's.
import type { Served, User } from "../google/host.ts";

type SignedIn = { token: string; email: string };

const ADDRESS = "/google/identity-token";
/** Tokens last an hour. */
const KEPT_MS = 50 * 60_000;

export function pageUser(): Served<User> {
  let known: (SignedIn & { until: number }) | null = null;
  const signedIn = async (): Promise<SignedIn | null> => {
    if (known && Date.now() < known.until) return known;
    const answer = await fetch(ADDRESS).catch(() => null);
    if (!answer?.ok) return null;
    const found = (await answer.json()) as SignedIn;
    known = { ...found, until: Date.now() + KEPT_MS };
    return known;
  };
  return {
    email: async () => (await signedIn())?.email ?? "",
    identityToken: async () => (await signedIn())?.token ?? null,
  };
}
