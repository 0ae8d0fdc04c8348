// What is proposed from the analyst's own words: a goal, its indicators, the channel it is about, and a strategy to serve.
import type { Language } from "../../../shared/language.ts";
import { type Goal, goals } from "../../../shared/objectives/goals.ts";
import type { Scope } from "../../../shared/objectives/objective.ts";
import { presets } from "../../../shared/objectives/presets.ts";
import { channelOf, goalOf, proposal, type Proposal } from "../../../shared/objectives/recommend.ts";

/** The goal that a wish points to best; null where its words point to none. */
export function goalFor(wish: string): string | null {
  return goalOf(wish)[0]?.goal.id ?? null;
}

function goalNamed(id: string): Goal | undefined {
  return goals.find((goal) => goal.id === id);
}

/** @param metrics what the sources hold; empty while that is not known */
export function kpisFor(id: string | null, metrics: readonly string[]): Proposal | undefined {
  const goal = id === null ? undefined : goalNamed(id);
  return goal && proposal(goal, metrics);
}

/** The KPIs looked at beside the first: results, then the process where the table names one. */
export function besideIn({ secondary, process }: Proposal): string[] {
  return process === null ? [...secondary] : [...secondary, process];
}

/** The channel that the wish or its goal is about, where the data hold it; else everything. */
export function scopeFor(wish: string, goal: string | null, channels: readonly string[]): Scope {
  const channel = channelOf(wish) ?? (goal === null ? undefined : goalNamed(goal)?.channel);
  return channel !== undefined && channel !== null && channels.includes(channel) ? { channel } : "all";
}

export function goalLabel(id: string, language: Language): string {
  return goalNamed(id)?.label[language] ?? id;
}

/** Every goal: those that the wish points to first, in that order. */
export function closestGoals(wish: string): string[] {
  const found = goalOf(wish).map(({ goal }) => goal.id);
  return [...found, ...goals.map(({ id }) => id).filter((id) => !found.includes(id))];
}

/** The goals that one usually has in each trade. */
export function sectors(language: Language): { readonly label: string; readonly goals: readonly string[] }[] {
  return presets.map((preset) => ({ label: preset.label[language], goals: preset.goals }));
}

/** What an objective of this goal often serves, in the trades where it is usual. */
export function strategiesFor(goal: string | null, language: Language): string[] {
  const usual = presets.filter((preset) => goal === null || preset.goals.includes(goal));
  return [...new Set(usual.flatMap(({ strategy }) => strategy.map((words) => words[language])))];
}
