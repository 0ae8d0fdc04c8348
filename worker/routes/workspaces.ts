// The workspace itself: made, joined, shown, shared, deleted.
import type { Invitation, NewKey, Pairing, Workspace } from "../../shared/api/workspace.ts";
import { Refusal } from "../refusal.ts";
import { hashOf, newSecret, parseWorkspaceSecret } from "../secret.ts";
import * as store from "../store/members.ts";
import { type Route, route } from "./route.ts";
import * as schema from "./schemas/workspace.ts";

const INVITATION_MS = 7 * 24 * 3_600_000;

export const workspaceRoutes: readonly Route[] = [
  route({
    name: "createWorkspace",
    method: "POST",
    path: "/v1/workspaces",
    summary: "Makes a workspace owned by the caller and attaches a spreadsheet to it.",
    who: "person",
    status: 201,
    body: schema.CreateWorkspace,
    answer: schema.Pairing,
    async handle({ id, sql, now }, { body, identity }) {
      if (!identity) throw new Refusal("unauthenticated");
      const owner = store.roleOf(sql, identity.sub);
      if (store.members(sql).length > 0 && owner !== "owner") throw new Refusal("not_found");
      if (!owner) store.createWorkspace(sql, id, body.name, now());
      const key = newSecret();
      const keyHash = await hashOf(key);
      store.addMember(sql, { ...identity, role: "owner", since: now() });
      store.attach(sql, body.spreadsheet, { keyHash, by: identity.sub, now: now() });
      return { body: { workspace: id, key: `${id}.${key}`, role: "owner" } satisfies Pairing };
    },
  }),
  route({
    name: "joinWorkspace",
    method: "POST",
    path: "/v1/workspaces/join",
    summary: "Joins a workspace with a one-time code and attaches a spreadsheet to it.",
    who: "person",
    status: 201,
    body: schema.JoinWorkspace,
    answer: schema.Pairing,
    async handle({ id, sql, now }, { body, identity }) {
      if (!identity) throw new Refusal("unauthenticated");
      const hash = await hashOf(parseWorkspaceSecret(body.code)?.secret ?? "");
      const key = newSecret();
      const keyHash = await hashOf(key);
      if (!store.spendInvitation(sql, hash, now())) throw new Refusal("code_refused");
      store.addMember(sql, { ...identity, role: "member", since: now() });
      store.attach(sql, body.spreadsheet, { keyHash, by: identity.sub, now: now() });
      const role = store.roleOf(sql, identity.sub) ?? "member";
      return { body: { workspace: id, key: `${id}.${key}`, role } satisfies Pairing };
    },
  }),
  route({
    name: "showWorkspace",
    method: "GET",
    path: "/v1/workspace",
    summary: "The workspace, its members and its spreadsheets.",
    who: "reader",
    status: 200,
    answer: schema.Workspace,
    async handle({ id, sql, environment }, { role, identity }) {
      const since = (at: number): string => new Date(at).toISOString();
      const body: Workspace = {
        id,
        name: store.workspace(sql).name,
        role,
        // The key alone names nobody.
        members:
          role === "reader"
            ? []
            : await Promise.all(
                store.members(sql).map(async ({ sub, email, role: held, since: at }) => ({
                  id: await memberId(id, sub),
                  email,
                  role: held,
                  since: since(at),
                  you: sub === identity?.sub,
                })),
              ),
        spreadsheets: store.spreadsheets(sql).map((sheet) => ({ ...sheet, since: since(sheet.since) })),
        demo: environment.demo !== undefined,
      };
      return { body };
    },
  }),
  route({
    name: "deleteWorkspace",
    method: "DELETE",
    path: "/v1/workspace",
    summary: "Deletes the workspace and everything in it.",
    who: "owner",
    status: 204,
    async handle({ storage }) {
      await storage.deleteAll();
      return {};
    },
  }),
  route({
    name: "invite",
    method: "POST",
    path: "/v1/invitations",
    summary: "Makes a one-time code, good for seven days, with which another person joins.",
    who: "owner",
    status: 201,
    answer: schema.Invitation,
    async handle({ id, sql, now }) {
      const code = newSecret();
      const expires = now() + INVITATION_MS;
      store.addInvitation(sql, await hashOf(code), expires);
      return {
        body: { code: `${id}.${code}`, expires: new Date(expires).toISOString() } satisfies Invitation,
      };
    },
  }),
  route({
    name: "removeMember",
    method: "DELETE",
    path: "/v1/members/{id}",
    summary: "Removes a member, and the spreadsheets that they attached but the calling one.",
    who: "owner",
    status: 204,
    async handle({ id, sql, storage }, { params, spreadsheet }) {
      const all = store.members(sql);
      const ids = await Promise.all(all.map(({ sub }) => memberId(id, sub)));
      const member = all[ids.indexOf(params["id"] ?? "")];
      if (!member) throw new Refusal("not_found");
      storage.transactionSync(() => {
        if (!store.removeMember(sql, member.sub)) throw new Refusal("last_owner");
        store.detachAllOf(sql, member.sub, spreadsheet);
      });
      return {};
    },
  }),
  route({
    name: "rotateKey",
    method: "POST",
    path: "/v1/keys/rotate",
    summary: "Gives the calling spreadsheet a new key; the old one is refused at once.",
    who: "owner",
    status: 200,
    answer: schema.NewKey,
    async handle({ id, sql }, { spreadsheet }) {
      const key = newSecret();
      store.setKey(sql, spreadsheet, await hashOf(key));
      return { body: { key: `${id}.${key}` } satisfies NewKey };
    },
  }),
];

/** What a member is called in the API: the id of a Google account is nobody else's business. */
async function memberId(workspace: string, sub: string): Promise<string> {
  return (await hashOf(`${workspace}|${sub}`)).slice(0, 16);
}
