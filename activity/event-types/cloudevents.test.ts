import { expect, it } from "vitest";
import { describeEventType } from ".";
import { readCloudType } from "./cloud-type";

it.each([
  ["com.example.someevent", "someevent", null],
  ["com.example.object.deleted.v2", "object", "deleted"],
  ["com.github.pull_request.opened", "pull request", "opened"],
  ["com.amazonaws.s3.ObjectCreated:Put", "object", "created"],
  ["google.cloud.storage.object.v1.finalized", "object", "finalized"],
  ["google.cloud.storage.object.v1.metadataUpdated", "object", "updated"],
  ["google.cloud.pubsub.topic.v1.messagePublished", "message", "published"],
  ["google.cloud.firestore.document.v1.written", "document", "wrote"],
  ["Microsoft.Storage.BlobCreated", "blob", "created"],
  ["Microsoft.Communication.SMSReceived", "SMS", "received"],
  ["Microsoft.Resources.ResourceWriteSuccess", "resource write success", null],
  ["dev.knative.sources.ping", "ping", null],
  ["dev.knative.kafka.event", "kafka event", null],
  ["sh.keptn.event.deployment.triggered", "deployment", "triggered"],
  ["com.dapr.event.sent", "event", "sent"],
  ["falco.rule.output.v1", "rule output", null],
  ["io.acme.order.status.v1beta1", "order status", null],
  ["https://acme.example/events/order-placed", "order", "placed"],
  ["order", "order", null],
  ["...", "event", null],
])("%s is about %j, which was %j", (type, thing, deed) => {
  expect(readCloudType(type)).toEqual({ thing, deed });
});

it("looks as what it carries does, else by its deed", () => {
  const look = (type: string) => {
    const { label, icon, color, group } = describeEventType(type, "integration");
    return [label, icon, color, group];
  };
  expect(look("cloudevents.com.github.issue.closed")).toEqual([
    "Issue closed",
    "circle-check",
    "violet",
    "integration",
  ]);
  expect(look("cloudevents.dev.knative.source.github.push")).toEqual(["Push", "git-branch", "blue", "integration"]);
  expect(look("cloudevents.dev.cdevents.change.merged.0.2.0")).toEqual([
    "Change merged",
    "git-merge",
    "violet",
    "integration",
  ]);
  expect(look("cloudevents.dev.cdeventsx.tool-thing.done.0.1.0")).toEqual([
    "Tool thing done",
    "webhook",
    "gray",
    "integration",
  ]);
  expect(look("cloudevents.Microsoft.Storage.BlobCreated")).toEqual(["Blob created", "plus", "green", "integration"]);
  expect(look("cloudevents.com.example.someevent")).toEqual(["Someevent", "webhook", "gray", "integration"]);
  const run = describeEventType("cloudevents.dev.tekton.event.pipelinerun.failed.v1", "integration");
  expect(run.look?.({ conclusion: "failure" })).toEqual({ icon: "triangle-alert", color: "red" });
  expect(describeEventType("cloudevents.", "integration").icon).toBe("circle-dot");
});
