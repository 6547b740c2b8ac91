import { afterEach, expect, it } from "vitest";
import { env } from "@/env";
import { withApiHeaders } from "./web";

afterEach(() => {
  env.NEXTAUTH_URL = undefined;
});

it("what another library answers has the same headers, keeps its own, and all of its cookies", async () => {
  const answer = withApiHeaders(async () => {
    const headers = new Headers({ "cache-control": "private, no-store", location: "/" });
    headers.append("set-cookie", "a=1; HttpOnly");
    headers.append("set-cookie", "b=2; HttpOnly");
    return new Response(null, { status: 302, headers });
  });
  env.NEXTAUTH_URL = "https://feed.example";
  const { status, headers } = await answer(new Request("http://localhost/api/auth/session"), {});
  expect(status).toBe(302);
  expect(headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2; HttpOnly"]);
  expect(Object.fromEntries(headers)).toMatchObject({
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex",
    "strict-transport-security": "max-age=63072000",
  });
});
