// Whether anyone can use what a page shows: axe's rules (https://github.com/dequelabs/axe-core), and what they do not see.
import axe from "axe-core";
import type { Page } from "playwright-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** A sidebar is a part of a page: it is not for it to say where the page's landmarks are. */
const NOT_OURS = ["region", "landmark-one-main", "page-has-heading-one"];

/** Before a page loads: remembers which elements answer a click, whatever they are made of. */
export async function noteClicks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { prototype } = EventTarget;
    const listen: unknown = Reflect.get(prototype, "addEventListener");
    prototype.addEventListener = function (this: EventTarget, type: string, ...rest: unknown[]) {
      if (type === "click" && this instanceof HTMLElement) this.setAttribute("data-clicked", "");
      (listen as (...all: unknown[]) => void).call(this, type, ...rest);
    };
  });
}

/** What is wrong with the page as it is now, a line each; empty where nothing is. */
export async function faultsOf(page: Page): Promise<string[]> {
  return [...(await axeFaults(page)), ...(await page.evaluate(seenFaults)), ...(await walkFaults(page))];
}

async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    async ({ rules, left }) => {
      const { axe: here } = globalThis as unknown as { axe: typeof axe };
      const disabled = Object.fromEntries(left.map((id) => [id, { enabled: false }]));
      const { violations } = await here.run(document, {
        runOnly: rules,
        rules: disabled,
        resultTypes: ["violations"],
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe ${id}: ${html}`));
    },
    { rules: RULES, left: NOT_OURS },
  );
}

/** Sideways scroll, small targets, fields without a label of their own, clicks that the keyboard cannot make. */
function seenFaults(): string[] {
  const told = (fault: string, element: Element): string => `${fault}: ${element.outerHTML.slice(0, 160)}`;
  const shown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
  const faults: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    const widest = [...document.body.querySelectorAll("*")].find(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    faults.push(told(`overflow ${scrollWidth} > ${clientWidth}`, widest ?? document.body));
  }
  const CONTROLS = "a[href], button, input, select, textarea, summary, [role=button], [role=tab]";
  for (const control of [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(shown)) {
    const { labels, type } = control as Partial<HTMLInputElement>;
    const around = [...(labels ?? [])].find((label) => label.contains(control));
    // A finger on either does the same.
    const sides = [control, around ?? control].map((one) => one.getBoundingClientRect());
    const width = Math.max(...sides.map((side) => side.width));
    const height = Math.max(...sides.map((side) => side.height));
    if (width < 24 || height < 24) faults.push(told(`target ${width} × ${height}`, control));
    const field =
      /^(?:INPUT|SELECT|TEXTAREA)$/.test(control.tagName) && !/^(?:submit|button)$/.test(type ?? "");
    const label = [...(labels ?? [])].filter(shown).map(({ innerText }) => innerText);
    if (field && label.join("").trim() === "") faults.push(told("no label in sight", control));
  }
  for (const element of [...document.querySelectorAll("[data-clicked], [onclick]")].filter(shown)) {
    const own = element.closest(`${CONTROLS}, label, [tabindex="0"]`);
    if (!own && element !== document.body) faults.push(told("clicked without a control", element));
  }
  return faults;
}

interface Stop {
  readonly html: string;
  readonly place: number;
  readonly top: number;
  readonly bottom: number;
  /** In a part that stays in sight whatever is scrolled. */
  readonly stuck: boolean;
  readonly visible: boolean;
}

const MOST_STOPS = 250;

/** Goes through the page with the Tab key: everything is reached, in the order that one reads, and is seen to be reached. */
async function walkFaults(page: Page): Promise<string[]> {
  const before = await page.evaluateHandle(() => {
    const { activeElement } = document;
    (activeElement as HTMLElement | null)?.blur();
    window.getSelection()?.removeAllRanges();
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    return activeElement;
  });
  const stops: Stop[] = [];
  for (let steps = 0; steps < MOST_STOPS; steps += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(stopHere);
    if (!stop || (stops[0] && stop.place === stops[0].place)) break;
    if (stop.place !== stops[stops.length - 1]?.place) stops.push(stop);
  }
  const missed = await page.evaluate(notWalked);
  await before.evaluate((element) => (element as HTMLElement | null)?.focus());
  return [...missed, ...stops.flatMap((stop, at) => faultsAt(stop, stops[at - 1]))];
}

function faultsAt(stop: Stop, before: Stop | undefined): string[] {
  const faults = stop.visible ? [] : [`focus not seen: ${stop.html}`];
  if (!before) return faults;
  const backwards = stop.place < before.place;
  const above = !stop.stuck && !before.stuck && stop.bottom <= before.top;
  return backwards || above ? [...faults, `out of order: ${stop.html} after ${before.html}`] : faults;
}

/** What takes the keyboard, is in sight, and was not walked on; of radio buttons the Tab key reaches one. */
function notWalked(): string[] {
  const faults = [...document.querySelectorAll<HTMLElement>("*")]
    .filter((one) => one.tabIndex >= 0 && !one.hasAttribute("data-walked") && !one.matches(":disabled"))
    .filter((one) => one.matches("a[href], button, input, select, textarea, summary, [tabindex]"))
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => (one as HTMLInputElement).type !== "radio")
    .map((one) => `not reached: ${one.outerHTML.slice(0, 160)}`);
  for (const one of document.querySelectorAll("[data-walked]")) one.removeAttribute("data-walked");
  return faults;
}

function stopHere(): Stop | null {
  const { activeElement: element } = document;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  element.setAttribute("data-walked", "");
  const style = getComputedStyle(element);
  const { top, bottom } = element.getBoundingClientRect();
  let stuck = false;
  for (let around: Element | null = element; around; around = around.parentElement) {
    if (getComputedStyle(around).position === "sticky") stuck = true;
  }
  return {
    html: element.outerHTML.slice(0, 120),
    place: [...document.querySelectorAll("*")].indexOf(element),
    top: top + window.scrollY,
    bottom: bottom + window.scrollY,
    stuck,
    visible: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1,
  };
}
