import type { Draft, NamelessDraft } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { siteOf } from "./site";

/** One delivery of Jira's. */
export interface Hook {
  /** `issue` of `jira:issue_updated`; the whole name where it is no thing with an action. */
  event: string;
  /** `updated` of `jira:issue_updated`; empty where there is none. */
  action: string;
  /** Finer than the action, where Jira tells: `assigned`, `commented`. */
  detail: string | null;
  payload: Fields;
  /** Where the site's pages are, without a slash at its end; null when no address of the payload tells. */
  site: string | null;
}

type Untimed<T> = T extends unknown ? Omit<T, "happenedAt"> : never;
/** What an event says; the time is the same field for all. */
export type Told = Untimed<Draft | NamelessDraft>;

/** Describes the events of one kind of thing. */
export type Describe = (hook: Hook) => Told;

const NAME =
  /^(?:jira:)?(issue_property|issuelink|issuetype|issue|comment|worklog|attachment|project|version|board|sprint|user|option|filter)_(.+)$/;
/** What says no more than the action does. */
const PLAIN = new Set(["generic", "updated", "created", "deleted"]);

/** Jira's name of an event in its two parts; a body without one comes from a rule of its automation. */
function splitName(name: string | null): { event: string; action: string } {
  const [, event, action] = NAME.exec(name ?? "") ?? [];
  if (event !== undefined && action !== undefined) return { event, action };
  return { event: name?.replace(/^jira:/, "") ?? "automation", action: "" };
}

export function readHook(payload: Fields): Hook {
  const detail = payload.text("issue_event_type_name")?.replace(/^issue_/, "") ?? null;
  return {
    ...splitName(payload.text("webhookEvent")),
    detail: detail === null || PLAIN.has(detail) ? null : detail,
    payload,
    site: siteOf(payload),
  };
}
