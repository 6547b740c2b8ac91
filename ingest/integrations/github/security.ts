import type { Describe, Draft } from "../forge/draft";
import type { Hook } from "../forge/hook";
import { themselvesOr } from "../forge/people";
import { nearestUrl, repositoryKey, repositoryName, where } from "../forge/places";
import { shortRef, type Thing } from "../forge/things";
import { aThing } from "../payload/a-thing";
import { BODY_BYTES, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { pastTense } from "../payload/past-tense";
import { GITHUB } from "./people";

/** What GitHub's scanners do by themselves, whoever the delivery names. */
const AUTOMATIC = new Set([
  "create",
  "created",
  "fixed",
  "appeared_in_branch",
  "auto_dismissed",
  "auto_reopened",
  "reintroduced",
  "publicly_leaked",
]);
const ALARMING = new Set([
  "create",
  "created",
  "reopened",
  "reopened_by_user",
  "reintroduced",
  "auto_reopened",
  "appeared_in_branch",
  "publicly_leaked",
]);
/** Actions after which an alert has a reason for being closed. */
const SETTLED = /^(dismiss(ed)?|closed_by_user|resolved?|auto_dismissed)$/;
const GRADES = new Set(["low", "medium", "high", "critical"]);
/** What nobody has to be told of at once. */
const MINOR = /^(low|note|warning|none)$/;
/** Actions that would read oddly as they are named. */
const VERBS = new Map([
  ["create", "opened"],
  ["created", "opened"],
  ["closed_by_user", "dismissed"],
  ["reopened_by_user", "reopened"],
  ["reintroduced", "reopened"],
  ["auto_dismissed", "dismissed"],
  ["auto_reopened", "reopened"],
]);
const TIMES = new Map([
  ["create", "created_at"],
  ["created", "created_at"],
  ["fixed", "fixed_at"],
  ["dismissed", "dismissed_at"],
  ["dismiss", "dismissed_at"],
  ["closed_by_user", "dismissed_at"],
  ["resolved", "resolved_at"],
]);

/** Why an alert was closed, in GitHub's words: "false positive", "tolerable risk", "revoked". */
function reasonOf(alert: Fields): string | null {
  const reason = alert.text("dismissed_reason", "dismiss_reason", "resolution");
  return reason?.replace(/_/g, " ").toLowerCase() ?? null;
}

function predicate(hook: Hook, alert: Fields, thing: string): string {
  const { action, payload } = hook;
  const branch = payload.text("ref", "alert.most_recent_instance.ref");
  const assignee = themselvesOr(hook, payload.at("assignee"));
  const reason = reasonOf(alert);
  switch (action) {
    case "appeared_in_branch":
      return `found ${thing}${branch === null ? "" : ` on ${shortRef(branch)}`}`;
    case "publicly_leaked":
      return `found the secret of ${thing} in public`;
    case "validated":
      return `checked the secret of ${thing}, which is ${alert.text("validity") ?? "unknown"},`;
    case "fixed":
      return `marked ${thing} as fixed`;
    case "assigned":
      return `assigned ${assignee === null ? "" : `${assignee} to `}${thing}`;
    case "unassigned":
      return `unassigned ${assignee === null ? "" : `${assignee} from `}${thing}`;
    default: {
      const verb = VERBS.get(action ?? "");
      const told = verb === undefined ? pastTense(action, thing) : `${verb} ${thing}`;
      return SETTLED.test(action ?? "") && reason !== null ? `${told} as ${reason}` : told;
    }
  }
}

function severityOf(alert: Fields): string | null {
  return alert.text("rule.security_severity_level", "security_advisory.severity", "severity", "rule.severity");
}

/** An alert with the words that name it. */
function alertThing(hook: Hook, kind: string, event: string): Thing {
  const alert = hook.payload.at("alert");
  const number = alert.count("number");
  const found = alert.text(
    "security_advisory.summary",
    "rule.description",
    "secret_type_display_name",
    "secret_type",
    "affected_package_name",
  );
  const name = found ?? (number === null ? kind : `#${number}`);
  const label = found === null && number === null ? aThing(kind) : `${kind} ${name}`;
  const id = number === null ? (alert.text("id", "ghsa_id") ?? name) : `${repositoryKey(hook)}:${event}#${number}`;
  return {
    words: found !== null && number !== null ? `${label} (#${number})` : label,
    entity: entity(event, id, name, {
      reference: number === null ? alert.text("ghsa_id") : `${repositoryName(hook) ?? ""}#${number}`,
      url: alert.url("html_url") ?? nearestUrl(hook),
    }),
  };
}

function alertDetails(hook: Hook, alert: Fields): Record<string, unknown> {
  return {
    number: alert.count("number"),
    state: alert.text("state"),
    severity: severityOf(alert),
    advisory: alert.text("security_advisory.ghsa_id", "ghsa_id"),
    package: alert.text("dependency.package.name", "affected_package_name"),
    manifest: alert.text("dependency.manifest_path"),
    fixedIn: alert.text("security_vulnerability.first_patched_version.identifier", "fixed_in"),
    tool: alert.text("tool.name"),
    path: alert.text("most_recent_instance.location.path"),
    line: alert.count("most_recent_instance.location.start_line"),
    branch: hook.payload.text("ref"),
    validity: alert.text("validity"),
    reason: reasonOf(alert),
    body: alert.body("dismissed_comment", BODY_BYTES) ?? alert.body("resolution_comment", BODY_BYTES),
    description: alert.body("security_advisory.description", 2_048),
  };
}

/** Alerts of code scanning, secret scanning and Dependabot; `kind` is what GitHub calls them. */
function alerts(kind: string): Describe {
  return (hook): Draft => {
    const action = hook.action ?? "";
    const alert = hook.payload.at("alert");
    const thing = alertThing(hook, kind, hook.event);
    const severity = severityOf(alert);
    const isGraded = /^created?$/.test(action) && GRADES.has(severity ?? "");
    const words = isGraded ? `${severity}-severity ${thing.words.replace(/^an? /, "")}` : thing.words;
    const time = TIMES.get(action);
    return {
      ...(AUTOMATIC.has(action) ? { actor: GITHUB } : {}),
      predicate: `${predicate(hook, alert, words)}${where(hook)}`,
      entity: thing.entity,
      metadata: alertDetails(hook, alert),
      happenedAt: time === undefined ? undefined : alert.at(time).value,
      isImportant: ALARMING.has(action) && !MINOR.test(severity ?? ""),
    };
  };
}

export const describeCodeScanningAlert = alerts("code scanning alert");
export const describeSecretScanningAlert = alerts("secret scanning alert");
export const describeDependabotAlert = alerts("Dependabot alert");
export const describeVulnerabilityAlert = alerts("vulnerability alert for");

/** `secret_scanning_alert_location`: one more place that a leaked secret was found in; the alert is the thing. */
export const describeSecretLocation: Describe = (hook): Draft => {
  const thing = alertThing(hook, "secret scanning alert", "secret_scanning_alert");
  const location = hook.payload.at("location");
  const path = location.text("details.path");
  const type = location.text("type")?.replace(/_/g, " ") ?? null;
  const place = path ?? (type === null ? "a place" : aThing(type));
  return {
    actor: GITHUB,
    predicate: `found the secret of ${thing.words} in ${place}${where(hook)}`,
    entity: thing.entity,
    metadata: {
      ...alertDetails(hook, hook.payload.at("alert")),
      path,
      line: location.count("details.start_line"),
      sha: location.text("details.commit_sha"),
    },
  };
};
