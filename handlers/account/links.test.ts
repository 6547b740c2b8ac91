import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "@/auth/session/password";
import { createUser } from "@/db/queries/users/create-user";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { signInLinks } from "@/db/schema";
import { expectProblem } from "../testing/expect-problem";
import { linkOf, mailServer } from "../testing/mail-server";
import { signInAs } from "../testing/sign-in";
import { testServer } from "../testing/test-server";

const server = testServer();
const post = mailServer();
const NEW = "a new long password";

async function person() {
  const { db } = server.driver;
  const email = `${crypto.randomUUID()}@example.com`;
  const userId = await createUser(db, { name: "Ann", email, passwordHash: await hashPassword("password-1") });
  return { db, email, userId };
}

const ask = (email: string, headers: Record<string, string> = {}) =>
  server.call("POST", "/api/account/reset", { json: { email }, headers });
const reset = (token: string, newPassword = NEW) =>
  server.call("PUT", "/api/account/reset", { json: { token, newPassword } });
const tokenOf = (link: string) => new URL(link).pathname.split("/")[2] ?? "";

describe("a reset by mail", () => {
  it("sends a link that sets a password once, and signs every device out", async () => {
    const { db, email, userId } = await person();
    const { cookie } = await signInAs(db, userId);
    expect((await ask(` ${email.toUpperCase()}`)).status).toBe(202);
    const mail = await post.next(email);
    expect(mail).toMatchObject({ from: "feed@mail.example", to: [email] });
    expect(mail.text).toMatch(/Subject: Choose a new password[\s\S]*text\/plain[\s\S]*text\/html[\s\S]*<a href="http/);
    const token = tokenOf(linkOf(mail));
    expect(linkOf(mail)).toBe(`http://localhost:3000/reset/${token}`);
    expect((await reset(token)).status).toBe(204);
    expect(await verifyPassword((await getUserByEmail(db, email))?.passwordHash ?? null, NEW)).toBe(true);
    expectProblem(await server.call("GET", "/api/account", { cookie }), 401, "unauthenticated");
    expectProblem(await reset(token), 404, "not_found");
  });

  it("leads to our own address, whatever host was asked", async () => {
    const { email } = await person();
    await ask(email, { host: "evil.example", "x-forwarded-host": "evil.example" });
    expect(linkOf(await post.next(email))).toMatch(/^http:\/\/localhost:3000\/reset\//);
  });

  it("keeps no token: what the database holds does not reset anything", async () => {
    const { db, email, userId } = await person();
    await ask(email);
    const token = tokenOf(linkOf(await post.next(email)));
    const rows = await db.select().from(signInLinks).where(eq(signInLinks.userId, userId));
    expect(rows).toHaveLength(1);
    for (const form of ["hex", "base64url"] as const) expect(rows[0]?.hash.toString(form)).not.toContain(token);
    expectProblem(await reset(rows[0]?.hash.toString("base64url") ?? ""), 404, "not_found");
  });

  it("is over after an hour, after a use of another link, and for another purpose", async () => {
    const { db, email, userId } = await person();
    await ask(email);
    await ask(email);
    await server.call("POST", "/api/account/magic", { json: { email } });
    const links = [await post.next(email), await post.next(email), await post.next(email)].map(linkOf);
    const [first = "", second = ""] = links.filter((link) => link.includes("/reset/")).map(tokenOf);
    const signIn = tokenOf(links.find((link) => link.includes("/sign-in/")) ?? "");
    expectProblem(await reset(signIn), 404, "not_found");
    const [row] = await db.select().from(signInLinks).where(eq(signInLinks.purpose, "reset"));
    expect((row?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(3_600_000);
    expect((await reset(second)).status).toBe(204);
    expectProblem(await reset(first), 404, "not_found");
    await ask(email);
    const late = tokenOf(linkOf(await post.next(email)));
    await db.update(signInLinks).set({ expiresAt: new Date() }).where(eq(signInLinks.userId, userId));
    expectProblem(await reset(late), 404, "not_found");
  });

  it("answers the same, and as fast, for an account and for none, and sends strangers nothing", async () => {
    const { email } = await person();
    await ask("warm.up@example.com");
    const time = async (who: string) => {
      const start = performance.now();
      const answer = await ask(who);
      return { ms: performance.now() - start, status: answer.status, text: answer.text };
    };
    const stranger = `${crypto.randomUUID()}@example.com`;
    const [known, unknown] = [await time(email), await time(stranger)];
    expect({ ...known, ms: 0 }).toEqual({ ...unknown, ms: 0 });
    await post.next(email);
    expect(post.mails.flatMap(({ to }) => to)).not.toContain(stranger);
    // A mail takes a lookup, an insert and a conversation with the mail server: none of it is waited for.
    expect(Math.abs(known.ms - unknown.ms)).toBeLessThan(100);
  });

  it("is asked for at most five times, whether the account exists or not, and so bothers nobody", async () => {
    const { email } = await person();
    for (const who of [email, `${crypto.randomUUID()}@example.com`]) {
      const headers = { "x-forwarded-for": crypto.randomUUID() };
      for (let asked = 0; asked < 5; asked += 1) expect((await ask(who, headers)).status).toBe(202);
      expectProblem(await ask(who, headers), 429, "too_many_requests");
    }
  });

  it("answers the same while the mail server refuses", async () => {
    const { email } = await person();
    post.refuse(true);
    expect((await ask(email, { "x-forwarded-for": "192.0.2.99" })).status).toBe(202);
    post.refuse(false);
  });
});

describe("a sign-in link by mail", () => {
  it.each([
    ["/acme?type=task.*&q=a%20b#top", "/acme?type=task.*&q=a%20b#top"],
    ["https://evil.example/", null],
    ["//evil.example", null],
    [undefined, null],
  ])("asked for with %j leads to %j", async (callbackUrl, expected) => {
    const { email } = await person();
    const headers = { "x-forwarded-for": crypto.randomUUID() };
    expect((await server.call("POST", "/api/account/magic", { json: { email, callbackUrl }, headers })).status).toBe(
      202,
    );
    const link = new URL(linkOf(await post.next(email)));
    expect(link.pathname).toMatch(/^\/sign-in\/[\w-]{43}$/);
    expect(link.searchParams.get("callbackUrl")).toBe(expected);
  });
});
