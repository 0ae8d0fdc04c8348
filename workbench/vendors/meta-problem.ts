// How Meta words its refusals: nearly all with status 400, told apart by their code.
import type { Answer } from "./vendor.ts";

type GraphError = {
  message: string;
  code: number;
  type?: string;
  error_subcode?: number;
  is_transient?: boolean;
};

/** A request that is refused. */
export class MetaRefusal extends Error {
  readonly status: number;
  readonly error: GraphError;

  constructor(error: GraphError, status = 400) {
    super(error.message);
    this.status = status;
    this.error = error;
  }
}

const TRACE = "A5e11ce00Trace";

/** The body of an error: https://developers.facebook.com/docs/graph-api/guides/error-handling */
export function metaBody({ type = "OAuthException", ...error }: GraphError): unknown {
  return { error: { type, ...error, fbtrace_id: TRACE } };
}

export function refusal({ status, error }: MetaRefusal): Answer {
  return { status, body: metaBody(error) };
}

/** @throws MetaRefusal code 100, as for a parameter that is wrong */
export function invalid(message: string): never {
  throw new MetaRefusal({ message: `(#100) ${message}`, code: 100 });
}

export const TOKEN_REFUSED: GraphError = {
  message: "Error validating access token: The session has been invalidated.",
  code: 190,
};
export const THROTTLED: GraphError = {
  message: "(#80000) There have been too many calls to this ad-account. Wait a bit and try again.",
  code: 80_000,
  error_subcode: 2_446_079,
};

const BY_STATUS: Record<number, GraphError> = {
  400: { message: "(#100) Invalid parameter", code: 100 },
  401: TOKEN_REFUSED,
  403: { message: "(#10) Application does not have permission for this action", code: 10 },
  429: { message: "(#4) Application request limit reached", code: 4 },
};

/** What goes with a status that a test orders. */
export function metaProblem(status: number): unknown {
  const unexpected = {
    message: "An unexpected error has occurred. Please retry your request later.",
    code: 2,
    is_transient: true,
  };
  return metaBody(BY_STATUS[status] ?? unexpected);
}
