// What a service is mostly about, told from what it brings: where a reader of the list looks for it.
import { expect, test } from "vitest";
import { connectors } from "../../../worker/connectors/index.ts";
import { groupOf } from "../../../worker/summary.ts";

test("every service stands in the group where people look for it", () => {
  const groups = Object.groupBy(connectors, groupOf);
  const names = Object.entries(groups).map(([group, found]) => [group, found?.map(({ name }) => name)]);
  expect(Object.fromEntries(names)).toEqual({
    web: ["ga4", "gsc"],
    advertising: ["google-ads", "meta-ads", "linkedin-ads"],
    social: ["facebook-page", "instagram", "linkedin-page"],
    email: ["mautic", "brevo"],
    crm: ["hubspot", "salesforce"],
    sales: ["stripe"],
  });
});
