// How sound an objective is, as a word to say with the number of answers still wanted.
import type { Soundness } from "../../../shared/objectives/assessment.ts";
import type { Word } from "../words.ts";

export function soundnessWord(soundness: Soundness, left: number): Word {
  if (soundness === "draft") return left === 1 ? "soundDraftOne" : "soundDraft";
  if (soundness === "active") return "soundActive";
  return left === 0 ? "soundSmart" : left === 1 ? "soundSmartOne" : "soundSmartLeft";
}
