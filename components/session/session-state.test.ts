import { afterEach, expect, it, vi } from "vitest";
import { fetchAsReader } from "./fetch-as-reader";
import { isEnded, openGate, sayEnded, sayRenewed, untilSignedIn, watchSession } from "./session-state";

afterEach(() => {
  sayRenewed();
  vi.unstubAllGlobals();
});

/** A server that knows the reader or not; gives the calls it saw. */
function stubServer(server: { knows: boolean }): string[] {
  const calls: string[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    calls.push(`${init.method ?? "GET"} ${path} ${init.body ?? ""}`.trim());
    return new Response(null, { status: server.knows ? 204 : 401 });
  });
  return calls;
}

it("a call refused for want of a session waits for a new one and is made again", async () => {
  const server = { knows: false };
  const calls = stubServer(server);
  const close = openGate();
  const said: boolean[] = [];
  const unwatch = watchSession(() => said.push(isEnded()));
  const answer = fetchAsReader("/api/teams/acme/posts", { method: "POST", body: "note" });
  await vi.waitFor(() => expect(isEnded()).toBe(true));
  expect(await Promise.race([answer, Promise.resolve("waits")])).toBe("waits");
  server.knows = true;
  sayRenewed();
  expect((await answer).status).toBe(204);
  expect(calls).toEqual(["POST /api/teams/acme/posts note", "POST /api/teams/acme/posts note"]);
  expect(said).toEqual([true, false]);
  unwatch();
  close();
});

it("a call that is refused again is not made a third time", async () => {
  const calls = stubServer({ knows: false });
  const close = openGate();
  const answer = fetchAsReader("/api/x", {});
  await vi.waitFor(() => expect(isEnded()).toBe(true));
  sayRenewed();
  expect((await answer).status).toBe(401);
  expect(calls).toHaveLength(2);
  close();
});

it("waits for nothing where no part of the page asks to sign in, nor once it is gone, nor after its caller gave up", async () => {
  stubServer({ knows: false });
  expect((await fetchAsReader("/api/x", {})).status).toBe(401);
  expect([sayEnded(), isEnded()]).toEqual([false, false]);

  const close = openGate();
  const gone = untilSignedIn();
  const caller = new AbortController();
  const givenUp = untilSignedIn(caller.signal);
  caller.abort();
  expect(await givenUp).toBe(false);
  close();
  expect(await gone).toBe(false);
  expect(isEnded()).toBe(false);
});

it("gives up a call that nobody answers", async () => {
  vi.stubGlobal(
    "fetch",
    (_path: string, { signal }: RequestInit) =>
      new Promise((_done, fail) => signal?.addEventListener("abort", () => fail(signal.reason))),
  );
  await expect(fetchAsReader("/api/x", {}, 20)).rejects.toMatchObject({ name: "TimeoutError" });
  const caller = new AbortController();
  const call = fetchAsReader("/api/x", { signal: caller.signal }, 20);
  await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
});
