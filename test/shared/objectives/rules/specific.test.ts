// S1 to S5: when each rule speaks, and what it says.
import { describe, expect, test } from "vitest";
import { outcome, told } from "../sound.ts";

describe("S1, one primary KPI", () => {
  test("a KPI of the catalogue passes", () => {
    expect(outcome("S1").state).toBe("pass");
  });

  test("without a KPI, the goal's own is one click away", () => {
    const { state, fix } = outcome("S1", { draft: { kpi: null } });
    expect(state).toBe("fail");
    expect(fix).toEqual({
      words: { fr: "Prendre «\u00a0leads générés\u00a0»", en: 'Take "leads"' },
      change: { kpi: "LEADS" },
    });
  });

  test("a KPI that does not exist is told by its name", () => {
    expect(told(outcome("S1", { draft: { kpi: "BUZZ", goal: null } }))).toEqual([
      "fail",
      "«\u00a0BUZZ\u00a0» n'est pas au catalogue. Choisissez un indicateur principal.",
      '"BUZZ" is not in the catalogue. Choose a primary KPI.',
    ]);
  });
});

describe("S2, a scope", () => {
  test.each([["all"], [{ channel: "email" }], [{ campaign: "Rentrée" }]] as const)("%j passes", (scope) => {
    expect(outcome("S2", { draft: { scope } }).state).toBe("pass");
  });

  test.each([[null], [{}], [{ channel: "" }]] as const)(
    "%j fails, and everything is one click away",
    (scope) => {
      const { state, fix } = outcome("S2", { draft: { scope } });
      expect([state, fix?.change]).toEqual(["fail", { scope: "all" }]);
    },
  );
});

describe("S3, a person", () => {
  test.each(["Ana", "Ana Ruiz", "ana@exemple.fr", "marketing@exemple.fr"])("%s is one", (owner) => {
    expect(outcome("S3", { draft: { owner } }).state).toBe("pass");
  });

  test.each(["", "   ", "l'équipe marketing", "Tout le monde", "The sales team", "everyone"])(
    "“%s” is none",
    (owner) => {
      expect(outcome("S3", { draft: { owner } }).state).toBe("fail");
    },
  );
});

describe("S4, a title that says how much", () => {
  test.each([
    "Générer 1 000 leads",
    "Passer de 2 à 3 % de conversion",
    "Améliorer la conversion de 20 %",
    "Raise LEADS to 1,000",
    "Leads : atteindre 1 000 d'ici le 31/03/2026",
  ])("%s passes", (title) => {
    expect(outcome("S4", { draft: { title } }).state).toBe("pass");
  });

  test.each([
    "Améliorer la conversion",
    "Plus de leads",
    "Better emails",
    "Booster les ventes",
    "Notre chiffre d'affaires",
    "",
  ])("“%s” fails", (title) => {
    expect(outcome("S4", { draft: { title } }).state).toBe("fail");
  });

  test("the title built from KPI, target and deadline passes, in the language of the wish", () => {
    const french = outcome("S4", { draft: { title: "Plus de leads" } });
    expect(french.words.fr).toBe("«\u00a0Plus\u00a0» ne dit pas combien. Dites combien et sur quoi.");
    const title = "Leads générés\u00a0: atteindre 1\u202f000 d'ici le 31/03/2026";
    expect(french.fix?.change).toEqual({ title });
    expect(outcome("S4", { draft: { title } }).state).toBe("pass");
    const english = outcome("S4", { draft: { title: "", wish: "more leads for the sales team" } });
    expect(english.fix?.change).toEqual({ title: "Leads: reach 1,000 by 31 Mar 2026" });
  });
});

describe("S5, a single aim", () => {
  test.each(["Générer 1 000 leads", "Vendre 300 sacs et chaussures", "Win customers in France and Spain"])(
    "%s has one",
    (title) => {
      expect(outcome("S5", { draft: { title } }).state).toBe("pass");
    },
  );

  test.each([
    "Augmenter le trafic et réduire le CPA",
    "Augmenter le taux de conversion et le panier moyen",
    "Raise revenue and cut churn",
  ])("%s has two", (title) => {
    expect(outcome("S5", { draft: { title } }).state).toBe("fail");
  });

  test("both aims are quoted", () => {
    expect(outcome("S5", { draft: { title: "Doubler le trafic et réduire le CPA" } }).words.fr).toBe(
      "Deux buts en un\u00a0: «\u00a0Doubler le trafic\u00a0» et «\u00a0réduire le CPA\u00a0». Séparez en deux objectifs.",
    );
  });

  test("it cannot be told before there is a title", () => {
    expect(outcome("S5", { draft: { title: "" } }).state).toBe("unknown");
  });
});
