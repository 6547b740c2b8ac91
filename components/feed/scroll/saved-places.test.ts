import { expect, it } from "vitest";
import { readPlace, savePlace } from "./saved-places";

function memory(isFull = false): Storage {
  const values = new Map<string, string>();
  return {
    length: 0,
    key: () => null,
    clear: () => values.clear(),
    removeItem: (key) => void values.delete(key),
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      values.set(key, value);
    },
  };
}
const place = (seq: number) => ({ timestamp: "2026-11-23T09:00:00.000Z", seq, offset: 130.5, selected: null });

it("gives back what was saved last for an address, and nothing once it was left at the top", () => {
  const storage = memory();
  savePlace(storage, "/acme", place(1));
  savePlace(storage, "/acme?q=a", place(2));
  savePlace(storage, "/acme", place(3));
  expect(readPlace(storage, "/acme")).toEqual(place(3));
  savePlace(storage, "/acme", null);
  expect(readPlace(storage, "/acme")).toBeNull();
  expect(readPlace(storage, "/acme?q=a")).toEqual(place(2));
});

it("remembers the last thirty addresses", () => {
  const storage = memory();
  for (let n = 0; n < 40; n += 1) savePlace(storage, `/${n}`, place(n));
  expect(readPlace(storage, "/9")).toBeNull();
  expect(readPlace(storage, "/10")).toEqual(place(10));
});

it.each(["{", "null", '[["/acme"]]', '[["/acme",{"seq":"1"}]]', "[1]"])("reads %s as nothing", (text) => {
  const storage = memory();
  storage.setItem("feed-places", text);
  expect(readPlace(storage, "/acme")).toBeNull();
  savePlace(storage, "/acme", place(1));
  expect(readPlace(storage, "/acme")).toEqual(place(1));
});

it("goes on without a storage that has room", () => {
  const storage = memory(true);
  savePlace(storage, "/acme", place(1));
  expect(readPlace(storage, "/acme")).toBeNull();
});
