// The readings of figures, I1 to I32: a reading is added to its family's file.
import { channels } from "./channels.ts";
import { email } from "./email.ts";
import { paid } from "./paid.ts";
import type { Rule } from "./reading.ts";
import { sales } from "./sales.ts";
import { site } from "./site.ts";
import { social } from "./social.ts";

export const readings: readonly Rule[] = [...email, ...paid, ...site, ...social, ...sales, ...channels].sort(
  (a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)),
);
