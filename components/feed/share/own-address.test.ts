import { expect, it } from "vitest";
import { addressOf } from "./own-address";

const here = "https://a.example/t?type=task.*&q=a+b";

it("keeps filter and search, and names the place of the list", () => {
  expect(addressOf(new URL(`${here}#link-3`), null)).toBe(here);
  expect(addressOf(new URL(`${here}&cursor=abc&at=x`), "id")).toBe(`${here}&at=id`);
});
