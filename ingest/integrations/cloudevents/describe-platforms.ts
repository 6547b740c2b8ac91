import { aThing } from "../payload/a-thing";
import { cutLine } from "../payload/clean-text";
import { type Actor, actor, BODY_BYTES, entity } from "../payload/draft";
import { Fields } from "../payload/fields";
import { pastTense, words } from "../payload/past-tense";
import type { CloudEvent } from "./cloud-event";
import { subjectName } from "./names";
import { conclusionOf, scopedId, type Tell, tellRun } from "./told";

const service = (id: string, name: string): Actor => actor(id, name, { kind: "integration" });
const fieldsOf = (event: CloudEvent) => new Fields(event.data.kind === "json" ? event.data.value : undefined);

/** The states of Tekton's runs, as states and outcomes of a run. */
const TEKTON = new Map<string, [state: string, outcome: string | null]>([
  ["queued", ["queued", null]],
  ["started", ["started", null]],
  ["successful", ["finished", "success"]],
  ["failed", ["finished", "failure"]],
]);

/** `dev.tekton.event.pipelinerun.failed.v1`: a run of Tekton Pipelines. */
const tellTekton: Tell = (event) => {
  const [, kind = "", state = ""] = /^dev\.tekton\.event\.([a-z]{0,30}run)\.([a-z]{1,30})/.exec(event.type) ?? [];
  if (kind === "") return null;
  const data = fieldsOf(event);
  const run = [data.at("pipelineRun"), data.at("taskRun"), data.at("customRun"), data.at("run")].find((part) =>
    part.has(""),
  );
  const about = run ?? new Fields(undefined);
  const said = kind.replace("run", " run").trim();
  const name = about.text("metadata.name") ?? (event.subject === null ? null : subjectName(event.subject)) ?? said;
  const told = name === said ? `a ${said}` : `${said} ${name}`;
  const [now, outcome] = TEKTON.get(state) ?? [state, null];
  const [condition] = about.list("status.conditions", 1);
  return {
    actor: service("tekton", "Tekton"),
    predicate: tellRun(now, outcome, told) ?? (state === "running" ? `is running ${told}` : `updated ${told}`),
    entity: entity(said.replace(" ", "_"), scopedId(event.source, name), name),
    metadata: {
      conclusion: conclusionOf(outcome),
      namespace: about.text("metadata.namespace"),
      pipeline: about.text("spec.pipelineRef.name", "spec.taskRef.name"),
      body: condition?.body("message", BODY_BYTES),
    },
    isImportant: kind === "pipelinerun" && outcome === "failure",
  };
};

/** `dev.knative.apiserver.resource.update`: a resource of a Kubernetes cluster, watched by Knative. */
const tellKubernetes: Tell = (event) => {
  const [, verb] = /^dev\.knative\.apiserver\.(?:resource|ref)\.([a-z]{1,30})/.exec(event.type) ?? [];
  if (verb === undefined) return null;
  const data = fieldsOf(event);
  const extensions = new Fields(event.extensions);
  const kind = cutLine(words(extensions.text("kind") ?? data.text("kind") ?? ""), 60)?.toLowerCase() ?? "resource";
  const path = event.subject === null ? null : subjectName(event.subject);
  const known = extensions.text("name") ?? data.text("metadata.name", "name") ?? path;
  const namespace = extensions.text("namespace") ?? data.text("metadata.namespace", "namespace");
  const where = namespace === null ? "" : ` in ${namespace}`;
  return {
    actor: service(event.source, "Kubernetes"),
    predicate: `${pastTense(verb, known === null ? `a ${kind}` : `${kind} ${known}`)}${where}`,
    entity: entity(
      kind.replaceAll(" ", "_"),
      scopedId(event.source, event.subject ?? known ?? kind),
      known ?? `a ${kind}`,
    ),
    metadata: {
      namespace,
      reason: data.text("reason"),
      involved: data.text("involvedObject.name"),
      body: data.body("message", BODY_BYTES),
    },
  };
};

/** `google.cloud.audit.log.v1.written`: a call of one of Google Cloud's services. */
const tellGoogleAudit: Tell = (event) => {
  if (!/^google\.cloud\.audit\.log\.v\d+\.written$/.test(event.type)) return null;
  const payload = fieldsOf(event).at("protoPayload");
  const extensions = new Fields(event.extensions);
  const email = payload.text("authenticationInfo.principalEmail");
  const method = payload.text("methodName") ?? extensions.text("methodname", "methodName") ?? "a method";
  const api = payload.text("serviceName") ?? extensions.text("servicename", "serviceName") ?? "Google Cloud";
  const resource = payload.text("resourceName") ?? extensions.text("resourcename", "resourceName") ?? event.subject;
  const name = (resource === null ? null : subjectName(resource)) ?? api;
  const isRobot = email?.endsWith(".gserviceaccount.com") ?? true;
  return {
    actor:
      email === null
        ? service("google-cloud", "Google Cloud")
        : actor(email, email, { kind: isRobot ? "integration" : "user" }),
    predicate: `called ${method} on ${name}`,
    entity: entity("resource", `${api}/${resource ?? ""}`, name),
    metadata: {
      service: api,
      method,
      resource,
      severity: fieldsOf(event).text("severity"),
      body: payload.body("status.message", BODY_BYTES),
    },
    isImportant: (payload.count("status.code") ?? 0) > 0,
  };
};

/** `harbor.artifact.pushed`: something in a project of a Harbor registry, by its operator. */
const tellHarbor: Tell = (event) => {
  const [, kind, action] = /^harbor\.([a-z_]{1,60})\.([a-z_]{1,60})$/.exec(event.type) ?? [];
  if (kind === undefined || action === undefined) return null;
  const data = fieldsOf(event);
  const operator = new Fields(event.extensions).text("operator");
  const [first] = data.list("resources", 1);
  const repository = data.text("repository.repo_full_name", "repository.name");
  const tag = first?.text("tag") ?? null;
  const known = repository === null ? null : cutLine(`${repository}${tag === null ? "" : `:${tag}`}`, 512);
  const name = known ?? first?.text("resource_url") ?? aThing(words(kind));
  const told = name === aThing(words(kind)) ? name : `${words(kind)} ${name}`;
  const isRobot = operator === null || /^(robot\$|harbor-)/.test(operator);
  return {
    actor:
      operator === null
        ? service("harbor", "Harbor")
        : actor(operator, operator, { kind: isRobot ? "integration" : "user" }),
    predicate: pastTense(action, told),
    entity: entity(kind, scopedId("harbor", name), name),
    metadata: { digest: first?.text("digest"), address: first?.text("resource_url"), repository, tag },
    isImportant: /fail|exceed/.test(action),
  };
};

/** Platforms that are told by name. */
export const PLATFORMS: readonly Tell[] = [tellTekton, tellKubernetes, tellGoogleAudit, tellHarbor];
