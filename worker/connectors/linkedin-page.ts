// A LinkedIn page: how it is let in, and which pages there are to choose from.
import * as z from "zod";
import type { Connector } from "../connector.ts";
import {
  ask,
  LINKEDIN_CREDENTIALS,
  LINKEDIN_ERRORS,
  LINKEDIN_HOSTS,
  LINKEDIN_VERSION,
  LINKEDIN_ZONE,
  waysIn,
} from "./linkedin-api.ts";
import { followers, newFollowers, organizationOf, posts, reachByMonth } from "./linkedin-statistics.ts";
import { nothing, understand } from "./reading.ts";

const UNIT = { currency: null, timeZone: LINKEDIN_ZONE };
const Roles = z.object({ elements: z.array(z.object({ organization: z.string() })) });
const Organization = z.object({ id: z.number().int(), localizedName: z.string().default("") });
const Organizations = z.object({ results: z.record(z.string(), Organization) });

export const linkedinPage: Connector = {
  name: "linkedin-page",
  label: { fr: "Page LinkedIn", en: "LinkedIn page" },
  gives: {
    fr: "Impressions et clics gratuits, réactions, portée et abonnés de la page, par jour.",
    en: "Organic impressions and clicks, reactions, reach and followers of the page, by day.",
  },
  settings: [
    {
      name: "organization",
      kind: "text",
      label: { fr: "Page", en: "Page" },
      help: {
        fr: "Son numéro, dans l'adresse de sa vue administrateur.",
        en: "Its number, in the address of its admin view.",
      },
    },
  ],
  credentials: LINKEDIN_CREDENTIALS,
  checkSettings: (settings) => /^\d{1,15}$/.test(organizationOf(settings)),
  account: organizationOf,
  authorization: waysIn(["rw_organization_admin", "r_organization_social"]),
  hosts: LINKEDIN_HOSTS,
  check: {
    request: (_page, settings) =>
      ask(`organizations/${organizationOf(settings)}`, { fields: "id,localizedName" }),
    read: ({ body }) => {
      understand(Organization, body);
      return { ...nothing, unit: UNIT };
    },
  },
  accounts: {
    setting: "organization",
    // Which pages, then what they are called.
    request: (token) =>
      token === null
        ? ask("organizationAcls", {
            q: "roleAssignee",
            role: "ADMINISTRATOR",
            state: "APPROVED",
            count: "100",
          })
        : ask("organizations", { ids: `List(${token})` }),
    read: ({ body }, _settings, token) => {
      if (token === null) {
        const ids = understand(Roles, body).elements.map(({ organization }) =>
          organization.split(":").at(-1),
        );
        return { accounts: [], next: ids.join(",") || null };
      }
      const found = Object.values(understand(Organizations, body).results);
      const accounts = found.map(({ id, localizedName }) => ({
        id: String(id),
        name: localizedName || String(id),
        unit: UNIT,
      }));
      return { accounts, next: null };
    },
  },
  streams: [posts, newFollowers, followers, reachByMonth],
  errors: LINKEDIN_ERRORS,
  version: LINKEDIN_VERSION,
};
