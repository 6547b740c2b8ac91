import type { ActivityEvent } from "@/activity/event-schema";
import { aThing } from "../payload/a-thing";
import { type Actor, actor, BODY_BYTES, type Draft, type Entity, entity, toEvent } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { pastTense, words } from "../payload/past-tense";

const SENTRY: Actor = actor("sentry", "Sentry", { kind: "integration" });

/** Who did it: a person, or an app of Sentry's, which signs its own deeds as "application". */
function actorOf(payload: Fields): Actor {
  const by = payload.at("actor");
  const name = by.text("name");
  if (name === null || by.text("type") === "application") return SENTRY;
  return actor(by.text("id") ?? name, name);
}

/** An issue, from its own data or from an event's. They share the issue's id, so that all of it is one thing. */
function issueOf(data: Fields, id: string | null, url: string | null): { thing: Entity; told: string } {
  const title = data.text("title", "metadata.title", "metadata.value", "message") ?? "an issue";
  const short = data.text("shortId");
  const thing = entity("issue", id ?? title, title, { reference: short, url });
  return { thing, told: title === "an issue" ? title : `issue ${short === null ? "" : `${short} `}${title}` };
}

const project = (data: Fields) => data.text("project.name", "project.slug", "project_slug", "project_name");
const where = (data: Fields) => {
  const name = project(data);
  return name === null || /^\d+$/.test(name) ? "" : ` in ${name}`;
};

type Told = Omit<Draft, "actor" | "happenedAt">;

function issue(action: string, data: Fields): Told {
  const about = data.at("issue");
  const { thing, told } = issueOf(about, about.text("id"), about.url("web_url", "permalink", "url"));
  const assignee = about.text("assignedTo.name", "assignedTo.email");
  const says = new Map([
    ["created", `found new ${told}`],
    ["assigned", `assigned ${told}${assignee === null ? "" : ` to ${assignee}`}`],
    ["unresolved", `reopened ${told}`],
    ["ignored", `archived ${told}`],
  ]);
  return {
    predicate: `${says.get(action) ?? pastTense(action, told)}${where(about)}`,
    entity: thing,
    metadata: {
      level: about.text("level"),
      status: about.text("status"),
      substatus: about.text("substatus"),
      culprit: about.text("culprit"),
      priority: about.text("priority"),
      project: project(about),
    },
    isImportant: action === "created" && /^(fatal|error)$/.test(about.text("level") ?? ""),
  };
}

/** `error.created` and `event_alert.triggered` carry an event of an issue. */
function errorEvent(resource: string, data: Fields): Told {
  const about = data.at(resource === "error" ? "error" : "event");
  const { thing, told } = issueOf(about, about.text("issue_id"), about.url("web_url", "issue_url", "url"));
  const rule = data.text("triggered_rule");
  return {
    predicate:
      resource === "error"
        ? `recorded an error of ${told}`
        : `raised the alert${rule === null ? "" : ` ${rule}`} over ${told}`,
    entity: thing,
    metadata: {
      level: about.text("level"),
      environment: about.text("environment"),
      release: about.text("release"),
      culprit: about.text("culprit"),
      rule,
      body: about.body("message", BODY_BYTES),
    },
    isImportant: resource !== "error",
  };
}

function metricAlert(action: string, data: Fields): Told {
  const about = data.at("metric_alert");
  const name = about.text("alert_rule.name", "title") ?? data.text("description_title") ?? "an alert";
  const told = name === "an alert" ? "a metric alert" : `metric alert ${name}`;
  const says = new Map([
    ["critical", `raised ${told} to critical`],
    ["warning", `raised ${told} to a warning`],
    ["open", `opened ${told}`],
  ]);
  return {
    predicate: says.get(action) ?? pastTense(action, told),
    entity: entity(
      "metric_alert",
      about.text("alert_rule.id", "id") ?? name,
      name === "an alert" ? "a metric alert" : name,
      {
        url: data.url("web_url"),
      },
    ),
    metadata: { status: action, description: data.body("description_text", BODY_BYTES) },
    isImportant: action === "critical",
  };
}

function comment(action: string, data: Fields): Told {
  const { thing } = issueOf(data, data.text("issue_id"), data.url("web_url"));
  const slug = data.text("project_slug");
  const name = `issue ${data.text("issue_id") ?? "unknown"}`;
  const verb =
    action === "created" ? "commented on" : action === "deleted" ? "deleted a comment on" : "edited a comment on";
  return {
    predicate: `${verb} ${name}${slug === null ? "" : ` in ${slug}`}`,
    entity: { ...thing, name },
    metadata: { body: data.body("comment", BODY_BYTES), project: slug },
  };
}

function other(resource: string, action: string, data: Fields): Told {
  const kind = words(resource).toLowerCase() || "event";
  const part = data.at(resource);
  const known = part.text("name", "title", "app.slug", "slug") ?? data.text("name", "title", "app.slug");
  const name = known ?? aThing(kind);
  return {
    predicate: pastTense(action === "" ? null : action, known === null ? name : `${kind} ${known}`),
    entity: entity(resource, part.text("uuid", "id") ?? data.text("id") ?? name, name, {
      url: part.url("url", "web_url") ?? data.url("web_url", "url"),
    }),
    metadata: { status: part.text("status") },
  };
}

/** One delivery as an event that passes `eventSchema`, whatever its data holds. `resource` is what its header names. */
export function describeSentry(resource: string, payload: Fields, receivedAt: Date): ActivityEvent {
  const action = payload.text("action") ?? "";
  const data = payload.at("data");
  const told = ((): Told => {
    if (resource === "issue") return issue(action, data);
    if (resource === "error" || resource === "event_alert") return errorEvent(resource, data);
    if (resource === "metric_alert") return metricAlert(action, data);
    if (resource === "comment") return comment(action, data);
    return other(resource, action, data);
  })();
  const happenedAt =
    resource === "issue" && action === "created" ? data.at("issue.firstSeen").value : data.at("timestamp").value;
  return toEvent("sentry", [resource, action], { ...told, actor: actorOf(payload), happenedAt }, receivedAt);
}
