import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readGithubProfile } from "./github-profile";
import { toForeignUser } from "./oauth-providers";

let emails: unknown = [];
const server = createServer((request, response) => {
  if (request.url?.startsWith("/moved")) return void response.writeHead(302, { location: "/user" }).end();
  const isKnown = request.headers.authorization === "Bearer right";
  const body = request.url === "/user" ? { id: 7, login: "ann", name: null, email: "public@example.com" } : emails;
  response.writeHead(isKnown ? 200 : 401, { "content-type": "application/json" }).end(JSON.stringify(body));
});
let api = "";
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  api = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
});
afterAll(() => server.close());

describe("GitHub's profile", () => {
  it.each([
    [[{ email: "Ann@Example.com", primary: true, verified: true }], "ann@example.com"],
    [[{ email: "ann@example.com", primary: true, verified: false }], null],
    [[{ email: "ann@example.com", primary: false, verified: true }], null],
    [[], null],
  ])("with %j has the address %j", async (list, expected) => {
    emails = list;
    const user = toForeignUser(await readGithubProfile("right", api));
    expect(user).toMatchObject({ id: "7", name: "ann", email: null, verifiedEmail: expected });
  });

  it("is not made up when GitHub refuses", async () => {
    await expect(readGithubProfile("wrong", api)).rejects.toThrow("GitHub answered 401");
  });

  it("is not asked for wherever an answer leads", async () => {
    emails = [];
    await expect(readGithubProfile("right", `${api}/moved`)).rejects.toThrow("fetch failed");
  });
});
