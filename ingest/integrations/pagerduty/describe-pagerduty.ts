import type { ActivityEvent } from "@/activity/event-schema";
import { aThing } from "../payload/a-thing";
import { type Actor, actor, BODY_BYTES, type Entity, entity, toEvent } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { pastTense, words } from "../payload/past-tense";

const PAGERDUTY: Actor = actor("pagerduty", "PagerDuty", { kind: "integration" });

/** Who did it: a person, a service or an integration of theirs; PagerDuty itself when nobody is named. */
function agentOf(event: Fields): Actor {
  const agent = event.at("agent");
  const name = agent.text("summary", "name");
  if (name === null) return PAGERDUTY;
  const isPerson = agent.text("type")?.startsWith("user") ?? false;
  return actor(agent.text("id") ?? name, name, { kind: isPerson ? "user" : "integration" });
}

function incident(data: Fields): { thing: Entity; told: string } {
  const number = data.text("number");
  const title = data.text("title", "summary") ?? "an incident";
  const thing = entity("incident", data.text("id") ?? title, title, {
    reference: number === null ? null : `#${number}`,
    url: data.url("html_url", "self"),
  });
  return { thing, told: `incident ${title}${number === null ? "" : ` (#${number})`}` };
}

/** Names of a list of people or policies: "Ada and Bob", "Ada and 2 more". */
function names(data: Fields, path: string): string | null {
  const all = data.list(path, 3).flatMap((one) => one.text("summary", "name", "assignee.summary") ?? []);
  const count = data.length(path);
  const [first, second] = all;
  if (first === undefined) return null;
  return count === 1 || second === undefined
    ? first
    : count === 2
      ? `${first} and ${second}`
      : `${first} and ${count - 1} more`;
}

/** What happened to an incident, after the actor's name. */
function incidentPredicate(action: string, data: Fields, told: string): string {
  const on = data.text("service.summary");
  const service = on === null ? "" : ` on ${on}`;
  const assignees = names(data, "assignees");
  const to = assignees === null ? "" : ` to ${assignees}`;
  switch (action) {
    case "triggered":
      return `triggered ${told}${service}`;
    case "reassigned":
    case "delegated":
    case "escalated":
      return `${action} ${told}${to}`;
    case "priority_updated": {
      const priority = data.text("priority.summary", "priority.name");
      return `${priority === null ? `took the priority from ${told}` : `set the priority of ${told} to ${priority}`}`;
    }
    case "unacknowledged":
      return `took back the acknowledgement of ${told}`;
    default:
      return `${pastTense(action, told)}${service}`;
  }
}

/** What was added to an incident: a note, a status update, a responder. The event's data is that, and names its incident. */
function partPredicate(action: string, data: Fields, told: string): string {
  const person = data.text("user.summary", "responder.summary", "escalation_policy.summary");
  switch (action) {
    case "annotated":
      return `wrote a note on ${told}`;
    case "status_update_published":
      return `published a status update of ${told}`;
    case "responder.added":
      return `asked ${person ?? "a responder"} to help with ${told}`;
    case "responder.replied":
      return `answered a request to help with ${told}`;
    case "conference_bridge.updated":
      return `changed the conference bridge of ${told}`;
    case "custom_field_values.updated":
      return `changed fields of ${told}`;
    case "incident_type.changed":
      return `changed the type of ${told}`;
    case "service_updated":
      return `moved ${told} to another service`;
    case "workflow.started":
      return `started a workflow for ${told}`;
    case "workflow.completed":
      return `completed a workflow for ${told}`;
    default:
      return pastTense(action, told);
  }
}

const URGENT = /^incident\.(triggered|escalated|reopened)$/;

/** One event of PagerDuty as an event that passes `eventSchema`, whatever its data holds. */
export function describePagerduty(payload: Fields, receivedAt: Date): ActivityEvent {
  const event = payload.at("event");
  const type = event.text("event_type") ?? "event";
  const data = event.at("data");
  const [head = "event", ...rest] = type.split(".");
  const action = rest.join(".");
  const common = {
    actor: agentOf(event),
    metadata: {
      status: data.text("status"),
      urgency: data.text("urgency"),
      priority: data.text("priority.summary"),
      service: data.text("service.summary"),
      assignees: names(data, "assignees"),
      body:
        data.body("content", BODY_BYTES) ??
        data.body("message", BODY_BYTES) ??
        data.body("trigger.summary", BODY_BYTES),
    },
    happenedAt: event.at("occurred_at").value,
    isImportant: URGENT.test(type),
  };
  if (head === "incident") {
    const isPart = data.has("incident");
    const { thing, told } = incident(isPart ? data.at("incident") : data);
    const predicate = isPart ? partPredicate(action, data, told) : incidentPredicate(action, data, told);
    return toEvent("pagerduty", [type], { ...common, predicate, entity: thing }, receivedAt);
  }
  if (type === "pagey.ping") {
    const thing = entity("webhook", "ping", "PagerDuty webhook");
    return toEvent(
      "pagerduty",
      [type],
      { ...common, predicate: "sent a test through a PagerDuty webhook", entity: thing },
      receivedAt,
    );
  }
  const kind = words(head);
  const known = data.text("summary", "name", "title");
  const name = known ?? aThing(kind);
  const thing = entity(head, data.text("id") ?? name, name, { url: data.url("html_url", "self") });
  const predicate = pastTense(action === "" ? null : action, known === null ? name : `${kind} ${known}`);
  return toEvent("pagerduty", [type], { ...common, predicate, entity: thing }, receivedAt);
}
