import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "@/auth/session/password";
import { createUser } from "@/db/queries/users/create-user";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { expectProblem } from "../testing/expect-problem";
import { signInAs } from "../testing/sign-in";
import { testServer } from "../testing/test-server";

const server = testServer();
const PATH = "/api/account/password";
const change = { currentPassword: "password-1", newPassword: "password-2" };

async function person(password: string | null = "password-1") {
  const { db } = server.driver;
  const email = `${crypto.randomUUID()}@example.com`;
  const passwordHash = password === null ? null : await hashPassword(password);
  const userId = await createUser(db, { name: "Ann", email, passwordHash });
  const hash = async () => (await getUserByEmail(db, email))?.passwordHash ?? null;
  return { email, hash, here: await signInAs(db, userId), there: await signInAs(db, userId) };
}

describe("a password", () => {
  it("is changed by who knows it; every other device is signed out, this one is not", async () => {
    const { hash, here, there } = await person();
    expect((await server.call("PUT", PATH, { cookie: here.cookie, json: change })).status).toBe(204);
    expect(await verifyPassword(await hash(), "password-2")).toBe(true);
    expect((await server.call("GET", "/api/account", { cookie: here.cookie })).status).toBe(200);
    expectProblem(await server.call("GET", "/api/account", { cookie: there.cookie }), 401, "unauthenticated");
  });

  it("is not changed by who does not know it, and guessing ends after ten attempts", async () => {
    const { hash, here } = await person();
    const before = await hash();
    const guess = { cookie: here.cookie, json: { ...change, currentPassword: "password-0" } };
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expectProblem(await server.call("PUT", PATH, guess), 422, "invalid_request", ["currentPassword"]);
    }
    const refusal = await server.call("PUT", PATH, { cookie: here.cookie, json: change });
    expectProblem(refusal, 429, "too_many_requests");
    expect(Number(refusal.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await hash()).toBe(before);
  });

  it("must be long enough, and is nobody's business but of a signed-in person's own page", async () => {
    const { here } = await person();
    const short = { cookie: here.cookie, json: { ...change, newPassword: "short" } };
    expectProblem(await server.call("PUT", PATH, short), 422, "invalid_request", ["newPassword"]);
    expectProblem(await server.call("PUT", PATH, { json: change }), 401, "unauthenticated");
    const headers = { origin: "https://evil.example" };
    expectProblem(await server.call("PUT", PATH, { cookie: here.cookie, json: change, headers }), 403, "forbidden");
  });

  it("that does not exist yet is not changed by a session alone", async () => {
    const { here } = await person(null);
    expectProblem(await server.call("PUT", PATH, { cookie: here.cookie, json: change }), 409, "conflict");
  });
});

describe("an account", () => {
  it("tells about itself, and takes another name", async () => {
    const { email, here } = await person();
    const answer = await server.call("PUT", "/api/account", { cookie: here.cookie, json: { name: " عائشة " } });
    expect(answer.body).toMatchObject({ name: "عائشة", email, hasPassword: true, connections: [] });
    expect((await server.call("GET", "/api/account", { cookie: here.cookie })).body).toEqual(answer.body);
  });
});
