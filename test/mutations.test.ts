// The planted bugs of `npm run mutations` still fit the code: what they change is there, once.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mutations } from "./mutations/mutations.ts";

test.each(mutations.flatMap(({ bug, edits }) => edits.map((edit) => [bug, edit] as const)))(
  "%s",
  (_, { file, from }) => {
    const text = readFileSync(join(import.meta.dirname, "..", file), "utf8");
    expect(text.split(from)).toHaveLength(2);
  },
);
