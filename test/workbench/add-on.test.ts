// Reading the functions and their help from a built add-on.
import { expect, test } from "vitest";
import { publicNames, readFunctions } from "../../workbench/google/add-on.ts";

const CODE = `"use strict";
var App_ = (() => {
  /** Inside. */
  function inner(a) {}
  return { inner };
})();

/**
 * Cost per acquisition:
 * spend / acquisitions.
 *
 * @param {number|Array<Array<number>>} spend What was spent,
 *   all taxes included
 * @param {number} acquisitions - How many
 * @param {number} ghost Not declared
 * @return {number}
 * @customfunction
 */
function CPA(spend, acquisitions, other = 1) {
  return App_.cell("CPA", arguments);
}

function onOpen(e) {}
async function later_() {}
`;

test("only functions at the top level are seen, with the comment that touches them", () => {
  expect(readFunctions(CODE).map(({ name, listed }) => [name, listed])).toEqual([
    ["CPA", true],
    ["onOpen", false],
    ["later_", false],
  ]);
});

test("parameters are the declared ones, with the help of the comment in one line", () => {
  const [cpa] = readFunctions(CODE);
  expect(cpa?.description).toBe("Cost per acquisition: spend / acquisitions.");
  expect(cpa?.parameters).toEqual([
    {
      name: "spend",
      type: "number|Array<Array<number>>",
      description: "What was spent, all taxes included",
    },
    { name: "acquisitions", type: "number", description: "How many" },
    { name: "other", type: "", description: "" },
  ]);
});

test("a name that ends with _ is private", () => {
  expect(publicNames(readFunctions(CODE))).toEqual(["CPA", "onOpen"]);
});
