import { aThing } from "../payload/a-thing";
import { cutLine } from "../payload/clean-text";
import { type Actor, actor, BODY_BYTES, entity } from "../payload/draft";
import { Fields } from "../payload/fields";
import { fitMetadata } from "../payload/fit-metadata";
import { pastTense, words } from "../payload/past-tense";
import { plainJson } from "../payload/plain-json";
import { withoutSecrets } from "../payload/without-secrets";
import { SENTENCES } from "./cdevents-sentences";
import type { CloudEvent } from "./cloud-event";
import { subjectName } from "./names";
import { conclusionOf, linkOf, scopedId, sourceActor, type Told } from "./told";

/** `dev.cdevents.<subject>.<predicate>.<version>`; tools' own are `dev.cdeventsx.<tool>-<subject>.…`. */
const TYPE = /^dev\.cdeventsx?\.([^.]{1,100})\.([^.]{1,60})/i;
const NAMES = ["pipelineName", "taskName", "task", "testCase.name", "testSuite.name", "summary", "name"];
const CUSTOM_BYTES = 16_384;
const FAILED = new Set(["failure", "fail", "error"]);
/** What a team must not miss, by subject and predicate. */
const IMPORTANT =
  /^(incident\.(detected|reported)|service\.rolledback|changewindow\.breached|scheduledexecution\.missed)$/;
const IMPORTANT_RUNS = new Set(["pipelinerun", "deployment", "targetrollout", "migration"]);

/** Who did it, where the subject names a person or a bot; else the event's source. */
function actorOf(content: Fields, predicate: string, source: string): Actor {
  const name = content.text("updatedBy") ?? (predicate === "created" ? content.text("creator") : null);
  const user = name ?? content.text("user");
  if (user === null) return sourceActor(source);
  return actor(user, user, { kind: /\bbot\b|bot[-_]|[-_]bot|\[bot\]/i.test(user) ? "integration" : "user" });
}

function nameOf(key: string, id: string, content: Fields): string | null {
  const [owner, name] = [content.text("owner"), content.text("name")];
  if (key === "repository" && owner !== null && name !== null) return cutLine(`${owner}/${name}`, 512);
  return content.text(...NAMES) ?? subjectName(id);
}

/** "pipeline CI"; the word is left out before an id that begins with it, "incident-123". */
function tellThing(kind: string, name: string, reference: string | null): string {
  const named = reference === null || name.includes(reference) ? name : `${reference} ${name}`;
  return named.toLowerCase().startsWith(kind.toLowerCase()) ? named : `${kind} ${named}`;
}

function metadataOf(content: Fields, payload: Fields): Record<string, unknown> {
  const outcome = content.text("outcome");
  const customData = withoutSecrets(plainJson(payload.at("customData").value));
  return {
    conclusion: conclusionOf(outcome),
    severity: content.text("severity"),
    priority: content.text("priority"),
    resolution: content.text("resolution"),
    artifact: content.text("artifactId"),
    environment: content.text("environment.id"),
    service: content.text("service.id"),
    repository: content.text("repository.id"),
    change: content.text("change.id"),
    pipelineRun: content.text("pipelineRun.id"),
    assignees: content.list("assignees", 10).map((one) => one.text("")),
    labels: content.list("labels", 10).map((one) => one.text("")),
    body:
      content.body("description", BODY_BYTES) ??
      content.body("errors", BODY_BYTES) ??
      content.body("reason", BODY_BYTES),
    chain: payload.text("context.chainId"),
    ...fitMetadata({ customData }, CUSTOM_BYTES),
  };
}

/** An event of the Continuous Delivery Foundation's vocabulary, cdevents.dev. Null for all others. */
export function describeCdevent(event: CloudEvent): Told | null {
  const payload = new Fields(event.data.kind === "json" ? event.data.value : undefined);
  // Some wrap one under a type of their own.
  const found = TYPE.exec(event.type) ?? TYPE.exec(payload.text("context.type") ?? "");
  if (found === null) return null;
  const [key, predicate] = [(found[1] ?? "").toLowerCase(), (found[2] ?? "").toLowerCase()];
  const content = payload.at("subject.content");
  const known = SENTENCES.get(key);
  const kind = known?.kind ?? cutLine(words(found[1] ?? "").toLowerCase(), 100) ?? "thing";
  const source = payload.text("subject.source") ?? event.source;
  const id = payload.text("subject.id") ?? event.subject;
  const given = id === null ? null : nameOf(key, id, content);
  const name = given ?? aThing(kind);
  const reference = key === "ticket" && id !== null ? subjectName(id) : null;
  const told = given === null ? name : tellThing(kind, name, reference);
  return {
    actor: actorOf(content, predicate, event.source),
    predicate: known?.say(predicate, { told, content }) ?? pastTense(predicate, told),
    entity: entity((known?.kind ?? kind).replaceAll(" ", "_"), scopedId(source, id ?? kind), name, {
      reference,
      url: content.url("viewUrl", "url", "uri") ?? linkOf(id) ?? linkOf(event.source),
    }),
    metadata: metadataOf(content, payload),
    happenedAt: event.time ?? payload.text("context.timestamp"),
    isImportant:
      IMPORTANT.test(`${key}.${predicate}`) || (IMPORTANT_RUNS.has(key) && FAILED.has(content.text("outcome") ?? "")),
  };
}
