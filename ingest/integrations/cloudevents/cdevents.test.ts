import { expect, it } from "vitest";
import { describeEventType } from "@/activity/event-types";
import { expectTold } from "../testing/expect-told";
import { CDEVENTS, cdevent } from "./testing/cdevents";
import { told } from "./testing/deliver";

it.each(CDEVENTS)("%s of %s says what happened", (type, id, content, predicate) => {
  const event = told(cdevent(type, id, content));
  expectTold(event);
  expect(event.message).toBe(`${event.actor.name} ${predicate}`);
  expect(event).toMatchObject({
    eventType: `cloudevents.dev.cdevents.${type}.0.3.0`,
    source: "cloudevents",
    timestamp: "2026-11-20T14:27:05.315Z",
    metadata: { subject: id, chain: "4c8cb7dd-3448-41de-8768-eec704e2829b" },
  });
  expect(describeEventType(event.eventType, "integration").label).toMatch(/^[A-Z][a-z ]+$/);
});

it("is about the same thing from its start to its end, in what its own page shows", () => {
  const [started, finished] = ["started", "finished"].map((predicate) =>
    told(cdevent(`pipelinerun.${predicate}`, "run-7", { pipelineName: "CI", uri: "https://ci.example/runs/7" })),
  );
  expect(started?.entity).toEqual(finished?.entity);
  expect(started?.entity).toEqual({
    type: "pipeline",
    id: "https://ci.example/tekton#run-7",
    name: "CI",
    url: "https://ci.example/runs/7",
  });
  expect(started?.actor).toEqual({ id: "https://ci.example/tekton", name: "tekton", kind: "integration" });
});

it("was done by the person or bot that its subject names", () => {
  const ticket = { summary: "A", creator: "Alice" };
  expect(told(cdevent("ticket.created", "1", ticket)).actor).toEqual({ id: "Alice", name: "Alice", kind: "user" });
  const closed = told(cdevent("ticket.closed", "1", { ...ticket, updatedBy: "Bob" }));
  expect(closed).toMatchObject({ actor: { id: "Bob", kind: "user" }, entity: { name: "A", reference: "1" } });
  expect(closed.message).toBe("Bob closed ticket 1 A");
  const published = told(cdevent("artifact.published", "pkg:npm/a@1.2.0", { user: "mybot-myapp" }));
  expect(published.actor).toMatchObject({ name: "mybot-myapp", kind: "integration" });
  expect(published.entity).toMatchObject({ id: "pkg:npm/a@1.2.0", name: "a@1.2.0" });
});

it("is important when a team must not miss it, and looks as it went", () => {
  const look = (type: string, content: unknown) => {
    const event = told(cdevent(type, "x", content));
    const described = describeEventType(event.eventType, "integration");
    const { icon, color } = described.look?.(event.metadata ?? {}) ?? described;
    return [event.isImportant, icon, color];
  };
  expect(look("pipelinerun.finished", { outcome: "failure" })).toEqual([true, "triangle-alert", "red"]);
  expect(look("pipelinerun.finished", { outcome: "success" })).toEqual([false, "check", "green"]);
  expect(look("testsuiterun.finished", { outcome: "fail" })).toEqual([false, "triangle-alert", "red"]);
  expect(look("taskrun.finished", { outcome: "cancel" })).toEqual([false, "circle-slash", "gray"]);
  expect(look("incident.detected", {})).toEqual([true, "siren", "red"]);
  expect(look("incident.resolved", {})).toEqual([false, "shield-check", "green"]);
  expect(look("service.rolledback", {})).toEqual([true, "rotate-ccw", "amber"]);
  expect(look("deployment.finished", { outcome: "success" })).toEqual([false, "rocket", "green"]);
});

it("keeps what went wrong, and the sender's own data within bounds", () => {
  const event = told(
    cdevent(
      "pipelinerun.finished",
      "run-7",
      { outcome: "failure", errors: "It broke\nin the middle" },
      {
        customData: { metric: "responseTime", threshold: "100ms" },
        customDataContentType: "application/json",
      },
    ),
  );
  expect(event.metadata).toMatchObject({
    conclusion: "failure",
    body: "It broke\nin the middle",
    customData: { metric: "responseTime", threshold: "100ms" },
  });
  const large = told(cdevent("build.started", "b", {}, { customData: { text: "x".repeat(100_000) } }));
  expect(large.metadata).not.toHaveProperty("customData");
});

it("is told of a tool's own vocabulary, of one wrapped under another type, and of one without its data", () => {
  const own = told({ ...cdevent("x.y", "41", {}), type: "dev.cdeventsx.gitlab-mergeTrain.started.0.1.0" });
  expect(own.message).toBe("tekton started gitlab merge train 41");
  const wrapped = told({ ...cdevent("artifact.published", "pkg:oci/busybox@1.0", {}), type: "harbor.artifact.pushed" });
  expect(wrapped.message).toBe("tekton published artifact busybox@1.0");
  const bare = told({ type: "dev.cdevents.taskrun.started", source: "/staging/tekton/", subject: "/namespace/task-1" });
  expect(bare.message).toBe("tekton started task-1");
  expect(told({ type: "dev.cdevents.build.started.0.1.0" }).message).toBe("shop started a build");
});
