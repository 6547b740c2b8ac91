import type { Fields } from "../payload/fields";
import { pastTense } from "../payload/past-tense";
import { subjectName } from "./names";
import { tellRun } from "./told";

/** What a CDEvent is about, for its sentence. */
interface Subject {
  /** "pipeline CI", "incident-123". */
  told: string;
  content: Fields;
}

type Say = (predicate: string, subject: Subject) => string;

/** A thing that is named by its id alone, after a word: " in prod1"; "" when it is not named. */
function about(content: Fields, path: string, word: string): string {
  const id = content.text(`${path}.id`) ?? content.text(path);
  const name = id === null ? null : subjectName(id);
  return name === null ? "" : ` ${word} ${name}`;
}

const of = (content: Fields) => about(content, "target", "of");
const inEnvironment = (content: Fields) => about(content, "environment", "in");
const inRepository = (content: Fields) => about(content, "repository", "in");

const SPELLED = new Map([
  ["rolledback", "rolled back"],
  ["canceled", "cancelled"],
]);
const past = (predicate: string, told: string) =>
  SPELLED.has(predicate) ? `${SPELLED.get(predicate)} ${told}` : pastTense(predicate, told);

const run =
  (where: (content: Fields) => string): Say =>
  (predicate, { told, content }) => {
    const thing = `${told}${where(content)}`;
    return tellRun(predicate, content.text("outcome"), thing) ?? past(predicate, thing);
  };
const plain =
  (where: (content: Fields) => string): Say =>
  (predicate, { told, content }) =>
    `${past(predicate, told)}${where(content)}`;

const SERVICE_WHERE = new Map([
  ["deployed", "to"],
  ["removed", "from"],
]);

const service: Say = (predicate, { told, content }) => {
  const where = about(content, "environment", SERVICE_WHERE.get(predicate) ?? "in");
  const isMoved = predicate === "upgraded" || predicate === "rolledback";
  return `${past(predicate, told)}${where}${isMoved ? about(content, "artifactId", "to") : ""}`;
};

const incident: Say = (predicate, { told, content }) => {
  const description = content.text("description");
  const where = `${about(content, "service", "of")}${inEnvironment(content)}`;
  return `${past(predicate, told)}${where}${description === null ? "" : `: ${description}`}`;
};

const ticket: Say = (predicate, { told, content }) => {
  const resolution = content.text("resolution");
  return `${past(predicate, told)}${predicate === "closed" && resolution !== null ? ` as ${resolution}` : ""}`;
};

const changeWindow: Say = (predicate, { told, content }) => {
  const change = about(content, "change", "for");
  if (predicate === "access") return `${content.text("status") ?? "checked"} access to ${told}${of(content)}${change}`;
  if (predicate === "breached") return `breached ${told}${of(content)}${about(content, "change", "with")}`;
  return `${past(predicate, told)}${of(content)}`;
};

const migration: Say = (predicate, { told, content }) => {
  const [from, to] = [content.text("fromVersion"), content.text("toVersion")];
  const step = from === null || to === null ? "" : ` from ${from} to ${to}`;
  return run(() => `${of(content)}${step}`)(predicate, { told, content });
};

/** How each kind of subject is told of, by its name in the event's type; others are told plainly. */
export const SENTENCES: ReadonlyMap<string, { kind: string; say: Say }> = new Map([
  ["pipelinerun", { kind: "pipeline", say: run(() => "") }],
  ["taskrun", { kind: "task", say: run((content) => about(content, "pipelineRun", "of pipeline run")) }],
  ["build", { kind: "build", say: run((content) => about(content, "artifactId", "of")) }],
  ["artifact", { kind: "artifact", say: plain((content) => about(content, "change", "from change")) }],
  ["testcaserun", { kind: "test case", say: run(inEnvironment) }],
  ["testcase", { kind: "test case", say: run(inEnvironment) }],
  ["testsuiterun", { kind: "test suite", say: run(inEnvironment) }],
  ["testsuite", { kind: "test suite", say: run(inEnvironment) }],
  ["testoutput", { kind: "test output", say: plain((content) => about(content, "testCaseRun", "of")) }],
  ["environment", { kind: "environment", say: plain(() => "") }],
  ["service", { kind: "service", say: service }],
  ["incident", { kind: "incident", say: incident }],
  ["change", { kind: "change", say: plain(inRepository) }],
  ["branch", { kind: "branch", say: plain(inRepository) }],
  ["repository", { kind: "repository", say: plain(() => "") }],
  ["ticket", { kind: "ticket", say: ticket }],
  [
    "deployment",
    { kind: "deployment", say: run((content) => `${about(content, "artifactId", "of")}${inEnvironment(content)}`) },
  ],
  ["targetrollout", { kind: "rollout", say: run((content) => about(content, "artifactId", "of")) }],
  ["migration", { kind: "migration", say: migration }],
  ["reconciliation", { kind: "reconciliation", say: run(of) }],
  ["changewindow", { kind: "change window", say: changeWindow }],
  ["scheduledexecution", { kind: "scheduled execution", say: plain(of) }],
]);
