import { expect } from "vitest";
import { expectTold } from "../../testing/expect-told";
import { eventOf } from "./deliver";

/** A type (`issues.opened`), what its payload has beside the usual, and what it says; `! ` before what is important. */
export type Sentence = [type: string, payload: Record<string, unknown>, sentence: string];

export const home = "https://github.com/acme/web";
export const marta = { login: "marta", id: 7, type: "User", html_url: "https://github.com/marta" };
export const priya = { login: "priya", id: 8, html_url: "https://github.com/priya" };
export const repository = { id: 5, name: "web", full_name: "acme/web", html_url: home, default_branch: "main" };
/** Of an event that is the organisation's, not a repository's. */
export const ofOrganization = { repository: undefined, organization: { login: "acme", id: 9 } };

/** What marta did in acme/web reads so. */
export function expectSentence(type: string, payload: Record<string, unknown>, sentence: string): void {
  const [event = "", action] = type.split(".");
  const made = eventOf(event, { action, repository, sender: marta, ...payload });
  expect(`${made.isImportant ? "! " : ""}${made.message}`).toBe(sentence);
  expect(made.eventType).toBe(`github.${type}`);
  expectTold(made);
}
