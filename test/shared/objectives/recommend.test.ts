// A goal in one's own words lands on a row of the decision table, without any network.
import { describe, expect, test } from "vitest";
import {
  channelTerms,
  organicWords,
  paidWords,
  socialNames,
} from "../../../shared/objectives/channel-words.ts";
import { channelOf, goalOf, wordsOf } from "../../../shared/objectives/recommend.ts";
import { vocabulary } from "../../../shared/objectives/vocabulary.ts";
import { english } from "./wishes-english.ts";
import { french } from "./wishes-french.ts";

describe("a sentence in French lands on a goal", () => {
  test.each(french)("%s → %s", (wish, goal) => {
    expect(goalOf(wish)[0]?.goal.id).toBe(goal);
  });
});

describe("a sentence in English lands on a goal", () => {
  test.each(english)("%s → %s", (wish, goal) => {
    expect(goalOf(wish)[0]?.goal.id).toBe(goal);
  });
});

test("each word of the wish that points to a goal is told", () => {
  expect(goalOf("je veux plus de trafic sur le blog")[0]).toMatchObject({
    score: 5,
    because: ["trafic", "blog"],
  });
});

test("all the goals that are pointed to follow, so that the analyst may choose another", () => {
  expect(goalOf("plus de trafic SEO").map(({ goal }) => goal.id)).toEqual(["seo", "traffic"]);
});

test.each([
  "bonjour",
  "apprendre le piano",
  "hello world",
  "hire a new accountant",
  "recruter un développeur",
  "repeindre les bureaux",
  "plant trees",
  "améliorer les choses",
  "faire mieux",
  "boost everything",
  "client",
  "google",
  "Bonne année",
  "recruter",
  "buy a printer",
  "changer de bureaux",
  "learn French",
  "organiser un séminaire",
  "site",
  "time",
  "",
])("“%s” points to no goal rather than to a wrong one", (wish) => {
  expect(goalOf(wish)).toEqual([]);
});

test.each([
  ["baisser le coût de nos pubs Facebook", "paid_social"],
  ["more traffic from LinkedIn", "paid_social"],
  ["gagner des abonnés sur Instagram", "organic_social"],
  ["engagement on social media", "organic_social"],
  ["améliorer la newsletter", "email"],
  ["que nos e-mails soient plus ouverts", "email"],
  ["plus de trafic SEO", "organic_search"],
  ["être premiers sur Google", "organic_search"],
  ["rentabiliser nos campagnes Google Ads", "paid_search"],
  ["our ads on Google", "paid_search"],
  ["plus de vues sur YouTube", "video"],
  ["des bannières qui marchent", "display"],
  ["affiliate sales", "affiliate"],
  ["more direct traffic", "direct"],
  ["répartir entre Google et Facebook", null],
  ["vendre plus", null],
] as const)("“%s” is about the channel %s", (wish, channel) => {
  expect(channelOf(wish)).toBe(channel);
});

test("no term of the vocabularies holds a word that is left out, so that each can be found", () => {
  const terms = [
    ...Object.values(vocabulary).flatMap((byWeight) => Object.values<string>(byWeight)),
    ...Object.values(channelTerms),
    socialNames,
    paidWords,
    organicWords,
  ].flatMap((listed) => listed.split(", "));
  for (const term of terms) expect(wordsOf(term).join(" ")).toBe(term);
});
