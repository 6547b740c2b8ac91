import { expect, it } from "vitest";
import { z } from "zod";
import { env } from "@/env";
import { expectProblem } from "../testing/expect-problem";
import { linkOf, mailServer } from "../testing/mail-server";
import { createMember, createPerson } from "../testing/people";
import { type TestCall, type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const mails = mailServer();
const pathOf = (team: TestTeam) => `/api/teams/${team.slug}/invitations`;
const madeSchema = z.object({ id: z.string(), url: z.string(), mailed: z.boolean(), mailFault: z.string().nullable() });
const listSchema = z.object({
  items: z.array(z.object({ email: z.string().nullable(), mailedAt: z.string().nullable() }).loose()),
});

async function invite(team: TestTeam, json: object, as: TestCall = { cookie: team.cookie }) {
  const answer = await server.call("POST", pathOf(team), { ...as, json: { role: "member", ...json } });
  expect(answer.status, answer.text).toBe(201);
  return madeSchema.parse(answer.body);
}
const listed = async (team: TestTeam) =>
  listSchema.parse((await server.call("GET", pathOf(team), { cookie: team.cookie })).body).items;
const someone = () => `${crypto.randomUUID()}@example.test`;

it("an invitation for an address is mailed there, and its link lets that account in, and no other", async () => {
  const team = await server.createTeam();
  const [bo, cy] = [await createPerson(server, "Bo"), await createPerson(server, "Cy")];
  const made = await invite(team, { email: bo.email });
  expect(made).toMatchObject({ mailed: true, mailFault: null });
  const mail = await mails.next(bo.email);
  expect(mail.to).toEqual([bo.email]);
  expect(mail.text).toMatch(/^Subject: Ada invites you to Team /m);
  expect(linkOf(mail)).toBe(made.url);
  expect(await listed(team)).toMatchObject([{ email: bo.email, mailedAt: expect.any(String) }]);
  const json = { token: made.url.split("/").at(-1) };
  expectProblem(await server.call("POST", "/api/invitations", { cookie: cy.cookie, json }), 403, "forbidden");
  expect((await server.call("POST", "/api/invitations", { cookie: bo.cookie, json })).status).toBe(200);
});

it("a mail that does not go loses nothing: the invitation stands, and the answer says why", async () => {
  const team = await server.createTeam();
  const bo = await createPerson(server, "Bo");
  mails.refuse(true);
  const made = await invite(team, { email: bo.email });
  mails.refuse(false);
  expect(made).toMatchObject({ mailed: false, mailFault: "mail_not_taken" });
  const { SMTP_URL } = env;
  Object.assign(env, { SMTP_URL: undefined });
  expect(await invite(team, { email: bo.email })).toMatchObject({ mailed: false, mailFault: "no_mail_server" });
  Object.assign(env, { SMTP_URL });
  expect(await invite(team, {})).toMatchObject({ mailed: false, mailFault: null });
  expect((await listed(team)).map(({ mailedAt }) => mailedAt)).toEqual([null, null, null]);
  const json = { token: made.url.split("/").at(-1) };
  expect((await server.call("POST", "/api/invitations", { cookie: bo.cookie, json })).status).toBe(200);
});

it("nobody's inbox is filled, and nobody sends more than twenty by making keys or teams", async () => {
  const [team, other] = [await server.createTeam(), await server.createTeam()];
  const admin = await createMember(server, team, "owner", "Bo");
  const email = someone();
  const faults: (string | null)[] = [];
  for (let count = 0; count < 6; count += 1) faults.push((await invite(team, { email })).mailFault);
  expect(faults).toEqual([null, null, null, null, null, "too_many_mails"]);
  // Somebody else's asking counts against the same inbox.
  expect((await invite(other, { email })).mailFault).toBe("too_many_mails");
  const json = { name: "Robot", scopes: ["admin"] };
  const key = await server.call("POST", `/api/teams/${team.slug}/keys`, { cookie: admin.cookie, json });
  const robot = { key: z.object({ key: z.string() }).parse(key.body).key };
  const sent = [];
  for (let count = 0; count < 21; count += 1) {
    sent.push((await invite(team, { email: someone() }, count % 2 === 0 ? robot : { cookie: admin.cookie })).mailFault);
  }
  expect(sent.filter((fault) => fault === null)).toHaveLength(20);
  expect(sent.at(-1)).toBe("too_many_mails");
});

it("names in a mail stay on their line and run nothing", async () => {
  const team = await server.createTeam();
  const json = { name: "Acme\n\nhttps://evil.example\r\nBcc: all@example.test <b>x</b>" };
  const renamed = await server.call("PUT", `/api/teams/${team.slug}/settings`, { cookie: team.cookie, json });
  expect(renamed.status, renamed.text).toBe(200);
  const email = someone();
  await invite(team, { email });
  const mail = await mails.next(email);
  expect(mail.to).toEqual([email]);
  expect(mail.text).not.toMatch(/^(https:\/\/evil|Bcc:)/m);
  expect(mail.text).not.toContain("<b>x</b></p>");
  expect(linkOf(mail)).toMatch(/^http:\/\/localhost:3000\/invite\//);
});
