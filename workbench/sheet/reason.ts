// What a thrown value says.

/** The words of an error, without its kind. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
