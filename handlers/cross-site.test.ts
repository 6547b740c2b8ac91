import { describe, expect, it } from "vitest";
import { expectProblem } from "./testing/expect-problem";
import { listRoutes, loadRoute } from "./testing/routes";
import { testServer } from "./testing/test-server";

const server = testServer();
const CHANGING = new Set(["POST", "PUT", "PATCH", "DELETE"]);
const ID = "019ab0f5-8a93-7c3e-9d51-0c2f6f1b7a10";

/** Every call that changes something, of every route file: method and path as OpenAPI writes it. */
const calls = (
  await Promise.all(
    (
      await listRoutes()
    ).map(async (route) =>
      [...(await loadRoute(route)).keys()].filter((name) => CHANGING.has(name)).map((method) => [method, route.path]),
    ),
  )
).flat() as [string, string][];

describe("a page of another site", () => {
  it("is looked for at every call that changes something", () => {
    expect(calls.length).toBeGreaterThanOrEqual(40);
    expect(calls).toContainEqual(["POST", "/api/webhooks/{integration}"]);
    expect(calls).toContainEqual(["DELETE", "/api/account/sessions"]);
  });

  it.each(calls)("%s %s is refused with a member's cookie, before anything is read", async (method, path) => {
    const team = await server.createTeam();
    const url = path.replace("{team}", team.slug).replaceAll(/\{\w+\}/g, ID);
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "http://evil.localhost:3000" },
    ]) {
      const answer = await server.call(method, url, { cookie: team.cookie, headers, body: "no JSON" });
      expectProblem(answer, 403, "forbidden");
      expect(answer.text).toContain("came from another site");
    }
  });

  it("is known by Sec-Fetch-Site where a browser sends no Origin, a sister host's page too", async () => {
    const team = await server.createTeam();
    const json = { name: "K", scopes: ["read"] };
    const post = async (site: string) => {
      const headers = { cookie: team.cookie, host: "localhost:3000", "sec-fetch-site": site };
      return (await server.call("POST", `/api/teams/${team.slug}/keys`, { headers, json })).status;
    };
    expect([await post("cross-site"), await post("same-site"), await post("same-origin")]).toEqual([403, 403, 201]);
  });
});
