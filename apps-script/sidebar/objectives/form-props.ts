// What every part of the form of an objective is given.
import type { Evidence } from "../../../shared/objectives/evidence.ts";
import type { ObjectiveDraft, Target } from "../../../shared/objectives/objective.ts";
import type { TypedField, Form } from "./form.ts";

export interface FormProps {
  readonly form: Form;
  readonly evidence: Evidence;
  /** True while the evidence is being read. */
  readonly reading: boolean;
  /** What someone said or chose. */
  readonly onSay: (part: Partial<ObjectiveDraft>) => void;
  /** A figure or a date being typed. */
  readonly onType: (field: TypedField, text: string) => void;
  /** Another way to say the target. */
  readonly onSayAs: (as: Target["as"]) => void;
}
