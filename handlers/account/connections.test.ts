import { describe, expect, it } from "vitest";
import { connectAccount } from "@/db/queries/accounts/connect-account";
import { createUser } from "@/db/queries/users/create-user";
import { expectProblem } from "../testing/expect-problem";
import { signInAs } from "../testing/sign-in";
import { testServer } from "../testing/test-server";

const server = testServer({ GITHUB_ID: "id", GITHUB_SECRET: "secret" });
const PATH = "/api/account/connections/github";

async function person(passwordHash: string | null) {
  const { db } = server.driver;
  const userId = await createUser(db, { name: "Ann", email: `${crypto.randomUUID()}@example.com`, passwordHash });
  const { cookie } = await signInAs(db, userId);
  const connect = () =>
    connectAccount(db, userId, { provider: "github", providerAccountId: crypto.randomUUID().slice(0, 8) });
  return { cookie, connect };
}

describe("an account elsewhere", () => {
  it("is told, and disconnected by its person only", async () => {
    const { cookie, connect } = await person("none");
    const connection = (isConnected: boolean) => ({
      connections: [{ provider: "github", name: "GitHub", isConnected }],
    });
    expect((await server.call("GET", "/api/account", { cookie })).body).toMatchObject(connection(false));
    await connect();
    expect((await server.call("GET", "/api/account", { cookie })).body).toMatchObject(connection(true));
    const other = await person("none");
    expectProblem(await server.call("DELETE", PATH, { cookie: other.cookie }), 404, "not_found");
    expectProblem(await server.call("DELETE", PATH), 401, "unauthenticated");
    const headers = { origin: "https://evil.example" };
    expectProblem(await server.call("DELETE", PATH, { cookie, headers }), 403, "forbidden");
    expect((await server.call("DELETE", PATH, { cookie })).status).toBe(204);
    expect((await server.call("GET", "/api/account", { cookie })).body).toMatchObject(connection(false));
  });

  it("stays while it is the only way to sign in", async () => {
    const { cookie, connect } = await person(null);
    await connect();
    expectProblem(await server.call("DELETE", PATH, { cookie }), 409, "conflict");
  });

  it("of a provider that this server does not offer is none", async () => {
    const { cookie } = await person("none");
    for (const provider of ["google", "oidc", "x"]) {
      const path = `/api/account/connections/${provider}`;
      expectProblem(await server.call("DELETE", path, { cookie }), 404, "not_found");
    }
  });
});
