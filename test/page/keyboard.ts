// Someone who uses the sidebar by keyboard alone, and counts: each field filled and each control activated is one input.
import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";

export interface Typist {
  /** Inputs so far. */
  inputs: number;
  readonly begun: number;
  /** Goes to a field, key after key, and types. */
  fill(name: string, text: string): Promise<void>;
  /** The same with a date, `2026-11-22`. */
  fillDay(name: string, day: string): Promise<void>;
  /** Goes to a button or a link, by what it says or its name, and presses Enter. */
  press(name: string | RegExp): Promise<void>;
  /** What the keyboard is on: the name of a field, or what a button says. */
  focused(): Promise<string>;
}

const MOST_STEPS = 90;

/** @param frame where the sidebar is */
export function typist(page: Page, frame: Frame): Typist {
  const focused = (): Promise<string> =>
    frame.evaluate(() => {
      const { activeElement: element } = document;
      if (!(element instanceof HTMLElement)) return "";
      const said = element.ariaLabel ?? element.innerText.replace(/\s+/g, " ").trim();
      return (element as HTMLInputElement).name || said;
    });
  const reach = async (name: string | RegExp): Promise<void> => {
    const met: string[] = [];
    for (;;) {
      const at = await focused();
      if (typeof name === "string" ? at === name : name.test(at)) return;
      met.push(at);
      expect(met.length, `${name} is reached after ${met.join(" | ")}`).toBeLessThan(MOST_STEPS);
      await page.keyboard.press("Tab");
    }
  };
  return {
    inputs: 0,
    begun: Date.now(),
    focused,
    async fill(name, text) {
      await reach(name);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(text);
      this.inputs += 1;
    },
    async fillDay(name, day) {
      await reach(name);
      const [year = "", month = "", date = ""] = day.split("-");
      // The browser puts the day or the month first, as its machine does.
      for (const text of [`${date}${month}${year}`, `${month}${date}${year}`]) {
        await page.keyboard.press("ArrowLeft");
        await page.keyboard.press("ArrowLeft");
        await page.keyboard.type(text, { delay: 20 });
        if ((await frame.locator(`[name="${name}"]`).inputValue()) === day) break;
      }
      expect(await frame.locator(`[name="${name}"]`).inputValue()).toBe(day);
      this.inputs += 1;
    },
    async press(name) {
      await reach(name);
      await page.keyboard.press("Enter");
      this.inputs += 1;
    },
  };
}
