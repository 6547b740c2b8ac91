import { expect, it } from "vitest";
import { countHopeful, readPreviews } from "./read-previews";

const LINKS = ["https://talks.example/1", "https://silent.example/1"];

/** An address that answers with the preview of that link, as a newer server may say it. */
function answerWith(url: string, isOn = true): string {
  const said = { n: 0, url, host: "h", site: null, title: "T", description: null, imageUrl: null, more: true };
  return `data:application/json,${encodeURIComponent(JSON.stringify({ items: isOn ? [said] : [], isOn, more: true }))}`;
}

it("keeps no place for hosts that had nothing to show, until they have", async () => {
  expect(countHopeful(LINKS)).toBe(2);
  expect(await readPreviews(answerWith("https://talks.example/1"), LINKS)).toMatchObject([{ n: 0, title: "T" }]);
  expect(countHopeful(LINKS)).toBe(1);
  expect(countHopeful(["https://silent.example/2", "https://other.example/"])).toBe(1);
  await readPreviews(answerWith("https://silent.example/2"), ["https://silent.example/2"]);
  expect(countHopeful(LINKS)).toBe(2);
});

it("takes a failure for nothing to show", async () => {
  const failed = readPreviews("data:nothing", ["https://busy.example/"]);
  await expect(failed).rejects.toThrow();
  expect(countHopeful(["https://busy.example/"])).toBe(0);
});

it("keeps none at all once the server says that it makes none", async () => {
  await readPreviews(answerWith("", false), ["https://any.example/"]);
  expect(countHopeful(["https://fresh.example/"])).toBe(0);
  await readPreviews(answerWith("https://any.example/"), ["https://any.example/"]);
  expect(countHopeful(["https://fresh.example/"])).toBe(1);
});
