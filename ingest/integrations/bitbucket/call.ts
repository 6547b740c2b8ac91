import type { Hook } from "../forge/hook";
import { typeWord } from "../payload/draft";
import { Fields } from "../payload/fields";
import { account, BITBUCKET_FORGE, repository as repositoryShape } from "./shape";

/** One delivery: its key in words (`pullrequest`, `comment_created`), what was sent, and that shaped like the other forges' payloads. */
export interface Call {
  words: readonly string[];
  sent: Fields;
  hook: Hook;
  /** When it happened, by Data Center's own clock; Cloud says it of the things alone. */
  date: unknown;
}

/** `repo:push` as the words of an event type; at least one. */
export function keyWords(key: string): string[] {
  const words = key.split(":").flatMap((word) => typeWord(word) ?? []);
  return words.length === 0 ? ["event"] : words;
}

/** Where a repository stands in a payload, which not every event names at the top. */
const REPOSITORY = ["repository", "pullrequest.destination.repository", "pullRequest.toRef.repository", "new"];

/** Reads a delivery into a call, whatever it holds. */
export function readCall(key: string, sent: Fields): Call {
  const words = keyWords(key);
  const place = words[0] === "project" ? undefined : REPOSITORY.find((path) => sent.has(path));
  const payload = {
    repository: place === undefined ? undefined : repositoryShape(sent.at(place)),
    sender: account(sent.at("actor")),
  };
  const hook = { forge: BITBUCKET_FORGE, event: words[0] ?? "event", action: null, payload: new Fields(payload) };
  return { words, sent, hook, date: sent.at("date").value };
}

/** The call's hook with further parts of a payload, under the action that the other forges call it by. */
export function shaped({ hook }: Call, action: string | null, parts: Record<string, unknown>): Hook {
  const [repository, sender] = ["repository", "sender"].map((path) => hook.payload.at(path).value);
  return { ...hook, action, payload: new Fields({ repository, sender, ...parts }) };
}
