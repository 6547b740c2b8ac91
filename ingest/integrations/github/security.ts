import type { Describe, Draft } from "../forge/draft";
import type { Hook } from "../forge/hook";
import { nearestUrl, repositoryKey, repositoryName, where } from "../forge/places";
import { shortRef } from "../forge/things";
import { entity } from "../payload/draft";
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

function predicate(hook: Hook, thing: string): string {
  const branch = hook.payload.text("ref");
  const verb = VERBS.get(hook.action ?? "");
  if (hook.action === "appeared_in_branch") {
    return `found ${thing}${branch === null ? "" : ` on ${shortRef(branch)}`}`;
  }
  if (hook.action === "publicly_leaked") return `found the secret of ${thing} in public`;
  if (hook.action === "fixed") return `marked ${thing} as fixed`;
  return verb === undefined ? pastTense(hook.action, thing) : `${verb} ${thing}`;
}

function severity(alert: Fields): string | null {
  return alert.text("rule.security_severity_level", "security_advisory.severity", "severity", "rule.severity");
}

/** Alerts of code scanning, secret scanning and Dependabot; `kind` is what GitHub calls them. */
function alerts(kind: string, link = ""): Describe {
  return (hook): Draft => {
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
    const label = found === null ? (number === null ? `a ${kind}` : `${kind} ${name}`) : `${kind}${link} ${name}`;
    const id =
      number === null ? (alert.text("id", "ghsa_id") ?? name) : `${repositoryKey(hook)}:${hook.event}#${number}`;
    const time = TIMES.get(hook.action ?? "");
    return {
      ...(AUTOMATIC.has(hook.action ?? "") ? { actor: GITHUB } : {}),
      predicate: `${predicate(hook, found !== null && number !== null ? `${label} (#${number})` : label)}${where(hook)}`,
      entity: entity(hook.event, id, name, {
        reference: number === null ? alert.text("ghsa_id") : `${repositoryName(hook) ?? ""}#${number}`,
        url: alert.url("html_url") ?? nearestUrl(hook),
      }),
      metadata: {
        number,
        state: alert.text("state"),
        severity: severity(alert),
        advisory: alert.text("security_advisory.ghsa_id", "ghsa_id"),
        package: alert.text("dependency.package.name", "affected_package_name"),
        tool: alert.text("tool.name"),
        branch: hook.payload.text("ref"),
        reason: alert.text("dismissed_reason", "dismiss_reason", "resolution"),
        description: alert.body("security_advisory.description", 2_048),
      },
      happenedAt: time === undefined ? undefined : alert.at(time).value,
      isImportant: ALARMING.has(hook.action ?? ""),
    };
  };
}

export const describeCodeScanningAlert = alerts("code scanning alert");
export const describeSecretScanningAlert = alerts("secret scanning alert");
export const describeDependabotAlert = alerts("Dependabot alert");
export const describeVulnerabilityAlert = alerts("vulnerability alert", " for");

/** `security_advisory`: GitHub's own database, nobody's repository. */
export const describeSecurityAdvisory: Describe = (hook): Draft => {
  const advisory = hook.payload.at("security_advisory");
  const ghsa = advisory.text("ghsa_id");
  const name = advisory.text("summary") ?? ghsa ?? "a vulnerability";
  const times = new Map([
    ["published", "published_at"],
    ["updated", "updated_at"],
    ["withdrawn", "withdrawn_at"],
  ]);
  const time = times.get(hook.action ?? "");
  return {
    predicate:
      hook.action === "performed"
        ? `published security advisory ${name}`
        : pastTense(hook.action, `security advisory ${name}`),
    entity: entity("security_advisory", ghsa ?? name, name, {
      reference: ghsa,
      url: ghsa === null ? advisory.url("html_url") : `https://github.com/advisories/${encodeURIComponent(ghsa)}`,
    }),
    metadata: {
      severity: advisory.text("severity"),
      advisory: ghsa,
      packages: advisory.list("vulnerabilities", 20).map((item) => item.text("package.name")),
      description: advisory.body("description", 2_048),
    },
    happenedAt: time === undefined ? undefined : advisory.at(time).value,
    isImportant: hook.action === "published" && ["high", "critical"].includes(advisory.text("severity") ?? ""),
  };
};
