import { describe, expect, it } from "vitest";
import { emailSchema, passwordSchema } from "./account";

const faultsOf = (password: string) => passwordSchema.safeParse(password).error?.issues.map(({ message }) => message);

describe("a new password", () => {
  it.each(["p".repeat(7), "letmein", "", "p".repeat(201)])("is refused for its length: %j", (password) => {
    expect(faultsOf(password)).toEqual([expect.stringMatching(/must be at (least 8|most 200) characters/)]);
  });

  it.each([
    "zqxjvkwp",
    "00 11 22 33",
    "ΑΒΓΔΕΖΗΘ",
    "🦆🦆🦆🦆🦆🦆🦆🦆",
    " \t \t \t \t",
    `v${"q".repeat(63)}`,
    `v${"q".repeat(199)}`,
  ])("may be of any characters, up to 200 of them: %j", (password) => {
    expect(faultsOf(password)).toBeUndefined();
    expect(passwordSchema.parse(password)).toBe(password);
  });

  it.each(["password", "PassWord", "12345678", "iloveyou", "trustno1", "qwertyuiop", "football1", "sunshine"])(
    "is refused when many people have it: %j",
    (password) => {
      expect(faultsOf(password)).toEqual([expect.stringContaining("tried first")]);
    },
  );

  it.each(["LiveActivityStream", "live-activity-stream!", "Activity Stream 2026", "activityfeed1"])(
    "is refused when it is the product's name, with whatever digits and signs: %j",
    (password) => {
      expect(faultsOf(password)).toEqual([expect.stringContaining("tried first")]);
    },
  );
});

it.each(["ann@example.com\r\nBcc: bo@example.com", "ann@example.com, bo@example.com", "a b@example.com", "@", "a@"])(
  "is no e-mail address when it could be more than one, or more than an address: %j",
  (text) => {
    expect(emailSchema.safeParse(text).success).toBe(false);
  },
);
