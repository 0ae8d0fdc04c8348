// The drawings of the sidebar; each is beside a text, so none has to be read aloud.
import type { VNode } from "preact";

/** The needle over its dial. */
export function CompassIcon(): VNode {
  return (
    <svg class="compass" viewBox="0 0 36 36" aria-hidden="true">
      <circle cx="18" cy="18" r="15" fill="#fff" stroke="#0b6e69" stroke-width="3" />
      <path d="M25.5 10.5 20.4 20.4 10.5 25.5 15.6 15.6z" fill="#0b6e69" />
      <path d="M25.5 10.5 20.4 20.4 15.6 15.6z" fill="#f2542d" />
      <circle cx="18" cy="18" r="1.8" fill="#fff" />
    </svg>
  );
}

const PATHS = {
  search: "M10 4a6 6 0 1 1 0 12 6 6 0 0 1 0-12m4.5 10.5L20 20",
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  selection: "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M9 9h6v6H9z",
  higher: "M12 19V5M6 11l6-6 6 6",
  lower: "M12 5v14M6 13l6 6 6-6",
  band: "M4 7h16M4 17h16M12 10v4",
  neutral: "M6 12h12",
  done: "M5 13l4.5 4.5L19 7",
  warning: "M12 4 2.5 20h19zM12 10v4.5M12 17v.5",
  target: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18m0 5a4 4 0 1 1 0 8 4 4 0 0 1 0-8m0 4h.01",
  plug: "M8 3v5M16 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4",
  pulse: "M3 12h4l3-7 4 14 3-7h4",
  sync: "M4 12a8 8 0 0 1 13.5-5.8L20 8.5M20 4v4.5h-4.5M20 12a8 8 0 0 1-13.5 5.8L4 15.5M4 20v-4.5h4.5",
  pause: "M8 5v14M16 5v14",
  draft: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  waiting: "M7 3h10M7 21h10M8 3c0 5 8 5 8 9s-8 4-8 9M16 3c0 5-8 5-8 9s8 4 8 9",
  empty: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M6.5 17.5l11-11",
  ahead: "M6 12l6-6 6 6M6 18l6-6 6 6",
  behind: "M6 6l6 6 6-6M6 12l6 6 6-6",
  flag: "M6 21V4h12l-3 4 3 4H6",
  missed: "M6 6l12 12M18 6L6 18",
  archive: "M4 4h16v5H4zM6 9v11h12V9M10 13h4",
  unknown: "M5 12h.01M12 12h.01M19 12h.01",
  open: "M6 9l6 6 6-6",
  add: "M12 5v14M5 12h14",
  light: "M9 18h6M10 21h4M12 3a6 6 0 0 1 4 10.5c-.7.6-1 1.5-1 2.5H9c0-1-.3-1.9-1-2.5A6 6 0 0 1 12 3",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
