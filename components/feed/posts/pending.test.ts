import { afterEach, expect, it, vi } from "vitest";
import { tryNow } from "../live/try-now";
import { makeActivity } from "../testing/make-activity";
import { dropPost, listPending, retryPost, sendPost } from "./pending";

afterEach(() => vi.unstubAllGlobals());

type Network = (key: string | null) => Promise<Response>;

/** The network as a function of the idempotency key that is sent; gives all keys that were. */
function stubNetwork(network: Network): (string | null)[] {
  const keys: (string | null)[] = [];
  vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
    const key = new Headers(init.headers).get("idempotency-key");
    keys.push(key);
    return await network(key);
  });
  return keys;
}

const stored = async () => Response.json(makeActivity(1), { status: 201 });
const lost = async () => Promise.reject(new TypeError("failed to fetch"));
const states = (place: string) => listPending(place).map(({ state }) => state);

it("shows at once what is said, keeps it when it fails, and tries again with the same key", async () => {
  const place = "acme/one";
  let network: Network = lost;
  const keys = stubNetwork((key) => network(key));
  sendPost(place, "acme", { kind: "note", text: "Hello" });
  expect(states(place)).toEqual(["sending"]);
  await vi.waitFor(() => expect(states(place)).toEqual(["failed"]));
  const [failed] = listPending(place);
  expect(failed?.reason).toBe("The server cannot be reached.");

  network = stored;
  if (failed !== undefined) retryPost(place, failed);
  // A second click on what is on its way sends nothing.
  for (const pending of listPending(place)) retryPost(place, pending);
  await vi.waitFor(() => expect(states(place)).toEqual(["stored"]));
  expect(keys).toEqual([failed?.key, failed?.key]);
  dropPost(place, failed?.key ?? "");
  expect(states(place)).toEqual([]);
});

it("gives every submit a key of its own, and says why it was refused", async () => {
  const place = "acme/two";
  const refuse = async () => Response.json({ detail: "text: must not be empty" }, { status: 422 });
  const keys = stubNetwork(refuse);
  sendPost(place, "acme", { kind: "note", text: "Same" });
  sendPost(place, "acme", { kind: "note", text: "Same" });
  await vi.waitFor(() => expect(states(place)).toEqual(["failed", "failed"]));
  expect(new Set(keys).size).toBe(2);
  expect(listPending(place)[0]?.reason).toBe("text: must not be empty");
});

it("keeps what is said offline, and sends it once the browser is online, with the same key", async () => {
  const place = "acme/three";
  vi.stubGlobal("navigator", { onLine: false });
  let network: Network = lost;
  const keys = stubNetwork((key) => network(key));
  sendPost(place, "acme", { kind: "note", text: "From the train" });
  await vi.waitFor(() => expect(states(place)).toEqual(["waiting"]));
  tryNow();
  await vi.waitFor(() => expect(states(place)).toEqual(["waiting"]));
  vi.stubGlobal("navigator", { onLine: true });
  network = stored;
  tryNow();
  await vi.waitFor(() => expect(states(place)).toEqual(["stored"]));
  expect(new Set(keys).size).toBe(1);
  tryNow();
  expect(keys).toHaveLength(3);
});
