/** A CDEvent in the form of the examples of github.com/cdevents/spec, conformance/*.json, inside its CloudEvent. */
export function cdevent(type: string, id: string, content: unknown, more: Record<string, unknown> = {}) {
  const source = "https://ci.example/tekton";
  const context = {
    specversion: "0.5.0",
    id: "271069a8-fc18-44f1-b38f-9d70a1695819",
    chainId: "4c8cb7dd-3448-41de-8768-eec704e2829b",
    source,
    type: `dev.cdevents.${type}.0.3.0`,
    timestamp: "2026-11-20T14:27:05.315384Z",
  };
  return {
    specversion: "1.0",
    id: context.id,
    source,
    type: context.type,
    subject: id,
    time: context.timestamp,
    datacontenttype: "application/json",
    data: { context, subject: { id, source, content }, ...more },
  };
}

const environment = { id: "prod1", source: "/iaas/geo1" };
const testCase = { id: "92834723894", version: "1.0", name: "Login Test", type: "integration" };
const testSuite = { id: "92834723894", version: "1.0", name: "Auth TestSuite" };
const repository = { id: "TestOrg/TestRepo", source: "https://example.org" };
const artifactId = "pkg:oci/myapp@sha256%3A0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427";
const golang = "pkg:golang/mygit.example/myorg/myapp@234fd47e07d1004f0aed9c";
const change = { id: "myChange123", source: "my-git.example/an-org/a-repo" };
const pipeline = { pipelineName: "myPipeline", url: "https://ci.example/runs/7" };
const task = { taskName: "myTask", pipelineRun: { id: "run-7" } };
const target = { id: "orders-db", source: "/prod/postgres/orders", type: "database" };
const ticket = {
  summary: "New CVE-123 detected",
  ticketType: "task",
  creator: "Alice",
  assignees: ["Bob"],
  priority: "high",
  labels: ["bug"],
  uri: "https://issues.example/ticket123",
};
const incident = { environment, service: { id: "myApp" }, artifactId };

/** Every subject and predicate of the vocabulary: the event's type, its subject's id and content, and what is said of it after the actor. */
export const CDEVENTS: [type: string, id: string, content: unknown, predicate: string][] = [
  ["pipelinerun.queued", "run-7", pipeline, "queued pipeline myPipeline"],
  ["pipelinerun.started", "run-7", pipeline, "started pipeline myPipeline"],
  ["pipelinerun.finished", "run-7", { ...pipeline, outcome: "success" }, "finished pipeline myPipeline successfully"],
  ["pipelinerun.finished", "run-7", { ...pipeline, outcome: "failure" }, "finished pipeline myPipeline with a failure"],
  ["pipelinerun.finished", "run-7", { ...pipeline, outcome: "error" }, "finished pipeline myPipeline with an error"],
  ["pipelinerun.finished", "run-7", { ...pipeline, outcome: "cancel" }, "cancelled pipeline myPipeline"],
  ["pipelinerun.finished", "run-7", {}, "finished pipeline run-7"],
  ["taskrun.queued", "task-1", task, "queued task myTask of pipeline run run-7"],
  ["taskrun.started", "task-1", task, "started task myTask of pipeline run run-7"],
  [
    "taskrun.finished",
    "task-1",
    { ...task, outcome: "failure" },
    "finished task myTask of pipeline run run-7 with a failure",
  ],
  ["build.queued", "b-1", {}, "queued build b-1"],
  ["build.started", "b-1", {}, "started build b-1"],
  ["build.finished", "b-1", { artifactId }, "finished build b-1 of myapp@0b31b1c"],
  ["testcaserun.queued", "tc-1", { testCase, environment }, "queued test case Login Test in prod1"],
  ["testcaserun.started", "tc-1", { testCase, environment }, "started test case Login Test in prod1"],
  ["testcaserun.skipped", "tc-1", { testCase, environment }, "skipped test case Login Test in prod1"],
  [
    "testcaserun.finished",
    "tc-1",
    { testCase, environment, outcome: "success" },
    "finished test case Login Test in prod1 successfully",
  ],
  ["testsuiterun.queued", "ts-1", { testSuite, environment }, "queued test suite Auth TestSuite in prod1"],
  ["testsuiterun.started", "ts-1", { testSuite, environment }, "started test suite Auth TestSuite in prod1"],
  [
    "testsuiterun.finished",
    "ts-1",
    { testSuite, environment, outcome: "fail" },
    "finished test suite Auth TestSuite in prod1 with a failure",
  ],
  [
    "testoutput.published",
    "report-1",
    { outputType: "video", testCaseRun: { id: "tc-1" } },
    "published test output report-1 of tc-1",
  ],
  ["artifact.packaged", golang, { change }, "packaged artifact myapp@234fd47 from change myChange123"],
  ["artifact.signed", golang, { signature: "MEYCIQ" }, "signed artifact myapp@234fd47"],
  ["artifact.published", golang, {}, "published artifact myapp@234fd47"],
  ["artifact.downloaded", golang, {}, "downloaded artifact myapp@234fd47"],
  ["artifact.deleted", golang, {}, "deleted artifact myapp@234fd47"],
  ["environment.created", "env-1", { name: "testEnv" }, "created environment testEnv"],
  ["environment.modified", "env-1", { name: "testEnv" }, "modified environment testEnv"],
  ["environment.deleted", "env-1", { name: "testEnv" }, "deleted environment testEnv"],
  ["service.deployed", "myApp", { environment, artifactId }, "deployed service myApp to prod1"],
  ["service.upgraded", "myApp", { environment, artifactId }, "upgraded service myApp in prod1 to myapp@0b31b1c"],
  ["service.rolledback", "myApp", { environment, artifactId }, "rolled back service myApp in prod1 to myapp@0b31b1c"],
  ["service.removed", "myApp", { environment }, "removed service myApp from prod1"],
  ["service.published", "myApp", { environment }, "published service myApp in prod1"],
  [
    "incident.detected",
    "incident-123",
    { ...incident, description: "Response time above threshold of 100ms" },
    "detected incident-123 of myApp in prod1: Response time above threshold of 100ms",
  ],
  [
    "incident.reported",
    "incident-123",
    { ...incident, ticketURI: "https://issues.example/1" },
    "reported incident-123 of myApp in prod1",
  ],
  ["incident.resolved", "incident-123", incident, "resolved incident-123 of myApp in prod1"],
  ["change.created", "17", { description: "Fixes a bug", repository }, "created change 17 in TestOrg/TestRepo"],
  ["change.reviewed", "17", { repository }, "reviewed change 17 in TestOrg/TestRepo"],
  ["change.updated", "17", { repository }, "updated change 17 in TestOrg/TestRepo"],
  ["change.merged", "17", { repository }, "merged change 17 in TestOrg/TestRepo"],
  ["change.abandoned", "17", { repository }, "abandoned change 17 in TestOrg/TestRepo"],
  ["branch.created", "feature", { repository }, "created branch feature in TestOrg/TestRepo"],
  ["branch.deleted", "feature", { repository }, "deleted branch feature in TestOrg/TestRepo"],
  ["repository.created", "r-1", { name: "TestRepo", owner: "TestOrg" }, "created repository TestOrg/TestRepo"],
  ["repository.modified", "r-1", { name: "TestRepo", owner: "TestOrg" }, "modified repository TestOrg/TestRepo"],
  ["repository.deleted", "r-1", { name: "TestRepo", owner: "TestOrg" }, "deleted repository TestOrg/TestRepo"],
  ["ticket.created", "ticket-123", ticket, "created ticket-123 New CVE-123 detected"],
  ["ticket.updated", "ticket-123", { ...ticket, updatedBy: "Bob" }, "updated ticket-123 New CVE-123 detected"],
  [
    "ticket.closed",
    "ticket-123",
    { ...ticket, updatedBy: "Bob", resolution: "completed" },
    "closed ticket-123 New CVE-123 detected as completed",
  ],
  ["deployment.queued", "d-1", { artifactId, environment }, "queued deployment d-1 of myapp@0b31b1c in prod1"],
  ["deployment.started", "d-1", { artifactId, environment }, "started deployment d-1 of myapp@0b31b1c in prod1"],
  [
    "deployment.finished",
    "d-1",
    { artifactId, environment, outcome: "success" },
    "finished deployment d-1 of myapp@0b31b1c in prod1 successfully",
  ],
  ["targetrollout.queued", "t-1", { name: "us-east-1", artifactId }, "queued rollout us-east-1 of myapp@0b31b1c"],
  ["targetrollout.started", "t-1", { name: "us-east-1", artifactId }, "started rollout us-east-1 of myapp@0b31b1c"],
  [
    "targetrollout.finished",
    "t-1",
    { name: "us-east-1", artifactId, outcome: "success" },
    "finished rollout us-east-1 of myapp@0b31b1c successfully",
  ],
  ["migration.queued", "V12__status", { target }, "queued migration V12__status of orders-db"],
  ["migration.started", "V12__status", { target }, "started migration V12__status of orders-db"],
  [
    "migration.finished",
    "V12__status",
    { target, fromVersion: "11", toVersion: "12", outcome: "success" },
    "finished migration V12__status of orders-db from 11 to 12 successfully",
  ],
  ["reconciliation.started", "sync-481", { target }, "started reconciliation sync-481 of orders-db"],
  [
    "reconciliation.finished",
    "sync-481",
    { target, outcome: "success" },
    "finished reconciliation sync-481 of orders-db successfully",
  ],
  ["changewindow.created", "freeze-1", { target }, "created change window freeze-1 of orders-db"],
  ["changewindow.opened", "freeze-1", { target }, "opened change window freeze-1 of orders-db"],
  ["changewindow.modified", "freeze-1", { target }, "modified change window freeze-1 of orders-db"],
  ["changewindow.closed", "freeze-1", { target }, "closed change window freeze-1 of orders-db"],
  ["changewindow.revoked", "freeze-1", { target }, "revoked change window freeze-1 of orders-db"],
  [
    "changewindow.breached",
    "freeze-1",
    { target, change: { id: "deploy-9" } },
    "breached change window freeze-1 of orders-db with deploy-9",
  ],
  [
    "changewindow.access",
    "freeze-1",
    { target, change: { id: "deploy-9" }, status: "rejected" },
    "rejected access to change window freeze-1 of orders-db for deploy-9",
  ],
  ["scheduledexecution.created", "s-1", { target }, "created scheduled execution s-1 of orders-db"],
  ["scheduledexecution.modified", "s-1", { target }, "modified scheduled execution s-1 of orders-db"],
  ["scheduledexecution.triggered", "s-1", { target }, "triggered scheduled execution s-1 of orders-db"],
  ["scheduledexecution.canceled", "s-1", { target }, "cancelled scheduled execution s-1 of orders-db"],
  ["scheduledexecution.missed", "s-1", { target }, "missed scheduled execution s-1 of orders-db"],
];
