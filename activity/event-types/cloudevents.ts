import type { Json } from "../json";
import { readCloudType } from "./cloud-type";
import type { EventType } from "./event-type";
import { githubEventType } from "./github";
import { LOOKS, type Look, outcomeLook } from "./looks";
import { describeSourceTypes, type SourceType } from "./source-types";

const PREFIX = "cloudevents.";
const GITHUB = /^cloudevents\.(?:com\.github|dev\.knative\.sources?\.github)\.(.+)$/;
const CDEVENTS = /^cloudevents\.dev\.cdeventsx?\.([^.]+)\.([^.]+)/;

const run = (label: string): SourceType => ({ label, ...LOOKS.running, look: outcomeLook });
const deployed = (metadata: Json): Look | null => {
  const found = outcomeLook(metadata);
  return found === LOOKS.succeeded ? { icon: "rocket", color: "green" } : found;
};

/** CDEvents' subjects, and their predicates where those look different. */
const SUBJECTS = new Map<string, SourceType>([
  ["pipelinerun", run("Pipeline")],
  ["taskrun", run("Task")],
  ["build", run("Build")],
  ["testcaserun", run("Test case")],
  ["testsuiterun", run("Test suite")],
  ["testoutput", { label: "Test output", icon: "file-text", color: "blue" }],
  ["artifact", { label: "Artifact", icon: "package", color: "blue" }],
  ["artifact.published", { label: "Artifact published", icon: "package", color: "green" }],
  ["artifact.signed", { label: "Artifact signed", icon: "badge-check", color: "green" }],
  ["artifact.deleted", { label: "Artifact deleted", icon: "trash-2", color: "gray" }],
  ["environment", { label: "Environment", icon: "server", color: "cyan" }],
  ["environment.deleted", { label: "Environment deleted", icon: "trash-2", color: "gray" }],
  ["service", { label: "Service", ...LOOKS.deploy }],
  ["service.removed", { label: "Service removed", icon: "trash-2", color: "gray" }],
  ["service.rolledback", { label: "Service rolled back", icon: "rotate-ccw", color: "amber" }],
  ["deployment", { label: "Deployment", ...LOOKS.deploy, look: deployed }],
  ["targetrollout", { label: "Rollout", ...LOOKS.deploy, look: deployed }],
  ["migration", { label: "Migration", icon: "database", color: "cyan", look: outcomeLook }],
  ["reconciliation", { label: "Reconciliation", icon: "refresh-cw", color: "cyan", look: outcomeLook }],
  ["incident", { label: "Incident", ...LOOKS.incident }],
  ["incident.resolved", { label: "Incident resolved", ...LOOKS.settled }],
  ["change", { label: "Change", ...LOOKS.pull }],
  ["change.merged", { label: "Change merged", ...LOOKS.merged }],
  ["change.reviewed", { label: "Change reviewed", icon: "eye", color: "violet" }],
  ["change.abandoned", { label: "Change abandoned", icon: "git-pull-request-closed", color: "red" }],
  ["branch", { label: "Branch", ...LOOKS.branch }],
  ["branch.deleted", { label: "Branch deleted", icon: "git-branch", color: "gray" }],
  ["repository", { label: "Repository", ...LOOKS.repository }],
  ["repository.deleted", { label: "Repository deleted", icon: "trash-2", color: "red" }],
  ["ticket", { label: "Ticket", ...LOOKS.issue }],
  ["ticket.closed", { label: "Ticket closed", ...LOOKS.closed }],
  ["changewindow", { label: "Change window", icon: "calendar", color: "blue" }],
  ["changewindow.breached", { label: "Change window breached", ...LOOKS.alert }],
  ["scheduledexecution", { label: "Scheduled execution", icon: "clock", color: "blue" }],
  ["scheduledexecution.missed", { label: "Scheduled execution missed", ...LOOKS.warned }],
]);
const describeCdevents = describeSourceTypes("cdevents", SUBJECTS);

/** How deeds of any thing look. */
const DEEDS = new Map<string, Look>([
  ["created", { icon: "plus", color: "green" }],
  ["added", { icon: "plus", color: "green" }],
  ["updated", { icon: "pencil", color: "blue" }],
  ["modified", { icon: "pencil", color: "blue" }],
  ["deleted", { icon: "trash-2", color: "gray" }],
  ["removed", { icon: "trash-2", color: "gray" }],
  ["started", LOOKS.running],
  ["succeeded", LOOKS.succeeded],
  ["completed", LOOKS.succeeded],
  ["failed", LOOKS.failed],
  ["deployed", LOOKS.deploy],
  ["published", { icon: "package", color: "blue" }],
  ["pushed", { icon: "upload", color: "blue" }],
  ["resolved", LOOKS.settled],
]);

function labelOf(type: string): string {
  const { thing, deed } = readCloudType(type);
  const label = [thing, ...(deed === null ? [] : [deed])].join(" ");
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** The look of `cloudevents.*` types: what is known of GitHub's and CDEvents', else by its deed. Null for other types. */
export function cloudeventsEventType(type: string): EventType | null {
  if (!type.startsWith(PREFIX) || type.length === PREFIX.length) return null;
  const github = GITHUB.exec(type)?.[1]?.replace(/^issue\./, "issues.");
  const cdevent = CDEVENTS.exec(type);
  const known =
    github !== undefined
      ? githubEventType(`github.${github}`)
      : cdevent === null
        ? null
        : describeCdevents(`cdevents.${cdevent[1]}.${cdevent[2]}`);
  if (known !== null) return { ...known, type };
  const plain = describeSourceTypes("cloudevents", new Map())(type);
  const name = type.slice(PREFIX.length);
  const look = DEEDS.get(readCloudType(name).deed ?? "") ?? LOOKS.generic;
  return plain === null ? null : { ...plain, ...look, label: labelOf(name), look: outcomeLook };
}
