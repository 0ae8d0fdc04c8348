// What a token endpoint answers: a token, or why there is none.
import * as z from "zod";
import type { ErrorRule, SourceRequest } from "./connector.ts";
import { failureOf, SourceFailure } from "./failure.ts";
import { type Door, send } from "./http.ts";
import type { AccessToken } from "./tokens.ts";

/** A token whose end the service does not tell is renewed after an hour; refused sooner, it is renewed then. */
const UNTOLD_SECONDS = 3600;

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  // Some services write it as text.
  expires_in: z.coerce.number().positive().default(UNTOLD_SECONDS),
  refresh_token: z.string().min(1).optional(),
});

/** What the refusals of a token endpoint mean (RFC 6749, 5.2): an outage never speaks against the credentials. */
export function refusals(code: "credentials_refused" | "reconnect_needed"): readonly ErrorRule[] {
  const says = /invalid_grant|invalid_client|unauthorized_client/;
  return [
    { status: 400, says, code },
    { status: 401, says, code },
    { status: 403, says, code },
  ];
}

export interface Purchase {
  readonly request: SourceRequest;
  readonly rules: readonly ErrorRule[];
  readonly instance?: ((answer: unknown) => string | undefined) | undefined;
}

/** Buys a token. @throws SourceFailure */
export async function buyToken(
  { request, rules, instance }: Purchase,
  door: Door,
  now: number,
): Promise<AccessToken & { readonly refreshToken: string | undefined }> {
  const answer = await send(request, door);
  const failure = failureOf(answer, rules, now);
  if (failure) throw failure;
  const parsed = TokenAnswer.safeParse(answer.body);
  if (!parsed.success) throw new SourceFailure("source_malformed");
  const { access_token: token, expires_in: seconds, refresh_token: refreshToken } = parsed.data;
  return { token, expires: now + seconds * 1000, instance: instance?.(answer.body), refreshToken };
}
