import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { describeEventType } from "@/activity/event-types";
import { byteLength } from "@/activity/text";
import { examples } from "../github/testing/deliver";
import { expectTold } from "../testing/expect-told";
import { cdevent } from "./testing/cdevents";
import { told, toldInBinary } from "./testing/deliver";
import { AZURE_BLOB, GOOGLE, HARBOR, KNATIVE, SPECIFICATION, TEKTON } from "./testing/platforms";

describe("an event", () => {
  it.each<[Record<string, unknown>, string]>([
    [SPECIFICATION.example, "mycontext sent a someevent"],
    [SPECIFICATION.deleted, "containers deleted object mynewfile.jpg"],
    [SPECIFICATION.xml, "mycontext sent a someevent"],
    [SPECIFICATION.s3, "s3.us-east-1.mybucket created object happy face.jpg"],
    [AZURE_BLOB, "pictures created blob new-file.png"],
    [GOOGLE.storage, "sample-bucket finalized object MyFile"],
    [
      { ...GOOGLE.storage, type: "google.cloud.storage.object.v1.metadataUpdated" },
      "sample-bucket updated object MyFile",
    ],
    [GOOGLE.pubsub, "my-topic published a message"],
    [GOOGLE.firestore, "orders wrote document ada"],
    [GOOGLE.audit, "robot@test-project.iam.gserviceaccount.com called jobservice.jobcompleted on sample-job"],
    [KNATIVE.pod, "Kubernetes updated pod busybox in shop"],
    [KNATIVE.event, "Kubernetes added event busybox.1626008649e617e3 in shop"],
    [KNATIVE.ping, "hourly sent a ping"],
    [TEKTON, "Tekton finished pipeline run clone-build-n4qhgl with a failure"],
    [{ ...TEKTON, type: "dev.tekton.event.taskrun.started.v1" }, "Tekton started task run clone-build-n4qhgl"],
    [
      { ...TEKTON, type: "dev.tekton.event.pipelinerun.running.v1" },
      "Tekton is running pipeline run clone-build-n4qhgl",
    ],
    [{ ...TEKTON, type: "dev.tekton.event.pipelinerun.unknown.v1" }, "Tekton updated pipeline run clone-build-n4qhgl"],
    [HARBOR, "admin pushed artifact library/debian:latest"],
    [{ ...HARBOR, type: "harbor.quota.exceeded", operator: null, data: {} }, "Harbor exceeded a quota"],
    [{ type: "sh.keptn.event.deployment.triggered", source: "shipyard" }, "shipyard triggered a deployment"],
    [
      { type: "falco.rule.output.v1", source: "https://falco.org", subject: "shell" },
      "falco.org sent a rule output about shell",
    ],
    [{ type: "order.shipped", subject: "42", data: { user: { id: 7, name: "Ada" } } }, "Ada shipped order 42"],
    [{ type: "order.shipped", subject: "orders/42", data: { user: { id: 7, name: "Ada" } } }, "Ada shipped order 42"],
    [{ type: "user.created", data: { user: { name: "Ada" }, name: "Ada" } }, "shop created user Ada"],
    [
      { type: "com.acme.invoice.paid", data: { id: "in_1", url: "https://pay.example/in_1" } },
      "shop paid invoice in_1",
    ],
    [{ type: "order" }, "shop sent an order"],
  ])("%j says", (event, sentence) => {
    const activity = told(event);
    expect(activity.message).toBe(sentence);
    expectTold(activity, { hasLink: false });
  });

  it("has its type, its thing, its time and what else it carries", () => {
    expect(told(AZURE_BLOB)).toMatchObject({
      eventType: "cloudevents.Microsoft.Storage.BlobCreated",
      timestamp: "2026-11-18T15:13:39.458Z",
      actor: { id: AZURE_BLOB.source, name: "pictures", kind: "integration" },
      entity: {
        type: "blob",
        id: `${AZURE_BLOB.source}#${AZURE_BLOB.subject}`,
        name: "new-file.png",
        url: AZURE_BLOB.data.url,
      },
      metadata: { source: AZURE_BLOB.source, subject: AZURE_BLOB.subject, data: { api: "PutBlockList" } },
      source: "cloudevents",
    });
    const example = told(SPECIFICATION.example);
    expect(example.metadata).toEqual({
      source: "/mycontext",
      extensions: { comexampleextension1: "value", comexampleothervalue: 5 },
      data: SPECIFICATION.example.data,
    });
    expect(told(SPECIFICATION.s3).eventType).toBe("cloudevents.com.amazonaws.s3.ObjectCreated:Put");
    expect(told({ type: " a b.* " }).eventType).toBe("cloudevents.a_b");
    expect(told(TEKTON)).toMatchObject({
      isImportant: true,
      metadata: { conclusion: "failure", body: "Tasks Failed: 1" },
    });
    expect(told(HARBOR).actor).toEqual({ id: "admin", name: "admin", kind: "user" });
  });

  it("links to its subject, to what its data says, or to its source", () => {
    const [subject, source, url] = ["https://a.example/1", "https://b.example/", "https://c.example/"];
    expect(told({ subject, source, data: { url } }).entity).toMatchObject({ url: subject, id: subject, name: "1" });
    expect(told({ subject: "x", source, data: { url } }).entity.url).toBe(url);
    expect(told({ subject: "x", source }).entity.url).toBe(source);
    expect(told({ subject: "x", source: "javascript:alert(1)" }).entity.url).toBeUndefined();
  });

  it("keeps data of any kind within bounds", () => {
    const data = (event: Record<string, unknown>) => told(event).metadata;
    expect(data(SPECIFICATION.xml)).toMatchObject({ contentType: "application/xml", data: '<much wow="xml"/>' });
    expect(data({ data: [1, "a", null] })).toMatchObject({ data: [1, "a"] });
    expect(data({ data_base64: "AQID", datacontenttype: "image/png" })).toMatchObject({
      contentType: "image/png",
      dataBytes: 3,
    });
    expect(data({ authtoken: "x", data: { id: 7, headers: { "X-Gitlab-Token": ["x"], Accept: "*/*" } } })).toEqual({
      source: "/shop",
      data: { id: 7, headers: { Accept: "*/*" } },
    });
    const large = data({ data: { id: 7, text: "x".repeat(900_000), list: Array(10_000).fill("é\u0001") } });
    expect(large).toMatchObject({ data: { id: 7 }, dataBytes: expect.any(Number) });
    expect(byteLength(JSON.stringify(large))).toBeLessThanOrEqual(65_536);
  });

  it("is known by its source and id, whatever else is in it", () => {
    const key = (event: Record<string, unknown>) => told(event).idempotencyKey;
    expect(key({})).toBe("cloudevents:/shop A234-1234-1234");
    expect(key({ type: "x", data: 1, time: "2026-01-01T00:00:00Z" })).toBe(key({}));
    expect(key({ source: "/a b", id: "c" })).not.toBe(key({ source: "/a", id: "b c" }));
    expect(byteLength(key({ source: "/é".repeat(500), id: "x".repeat(5_000) }) ?? "")).toBeLessThanOrEqual(256);
  });
});

it("tells what GitHub sent as GitHub's own deliveries are told", () => {
  const seen = new Set<string>();
  for (const { event, payload } of examples()) {
    if (seen.has(event)) continue;
    seen.add(event);
    const activity = told({
      type: `dev.knative.source.github.${event}`,
      source: "https://github.com/acme/api",
      data: payload,
    });
    expectTold(activity, { hasLink: false });
    expect(activity.eventType).toBe(`cloudevents.dev.knative.source.github.${event}`);
  }
  expect(seen.size).toBeGreaterThan(40);
  const pull = {
    action: "opened",
    sender: { login: "ada", id: 7 },
    repository: { full_name: "acme/api" },
    pull_request: { number: 5, title: "Fix it", html_url: "https://github.com/acme/api/pull/5" },
  };
  const opened = told({ type: "com.github.pull_request.opened", data: pull });
  expect(opened.message).toMatch(/^ada opened pull request Fix it/);
  expect(opened).toMatchObject({ actor: { id: "7" }, entity: { reference: "acme/api#5" }, source: "cloudevents" });
  expect(describeEventType(opened.eventType, "user")).toMatchObject({
    type: opened.eventType,
    label: "Pull request opened",
    icon: "git-pull-request",
  });
  expect(told({ type: "com.github.push", source: "/x", data: "text" }).message).toBe("x sent a push");
});

it("is a valid event whatever is in it", () => {
  const types = [
    "com.example.order.shipped",
    "dev.cdevents.ticket.closed.0.2.0",
    "dev.knative.apiserver.resource.update",
    "dev.tekton.event.pipelinerun.failed.v1",
    "google.cloud.audit.log.v1.written",
    "harbor.artifact.pushed",
    "com.github.issues.opened",
  ];
  const text = fc.string({ minLength: 1 }).filter((value) => !/\p{Cc}/u.test(value) && value.trim() !== "");
  const json = fc.jsonValue({ maxDepth: 4 });
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...types), text),
      text,
      text,
      json,
      json,
      (type, source, subject, data, part) => {
        const parts = { content: part, summary: part, name: part, repository: part, metadata: part, resources: [part] };
        const wrapped = {
          ...cdevent("x.y", subject, parts).data,
          pipelineRun: parts,
          protoPayload: parts,
          issue: part,
        };
        for (const value of [data, { ...parts, ...wrapped }]) {
          const event = told({
            type,
            source,
            subject,
            ext: part,
            kind: part,
            time: part === null ? null : subject,
            data: value,
          });
          expect(eventSchema.safeParse(event).error?.issues).toBeUndefined();
          expect(event.message).toContain(event.entity.name);
          expect(describeEventType(event.eventType, "integration").label).toBeTruthy();
        }
      },
    ),
    { numRuns: 400 },
  );
});

it("takes attributes of any length", () => {
  const long = "wörld.".repeat(20_000);
  for (const type of [long, `com.example.${long}`, `dev.cdevents.${long}`, `harbor.${"a".repeat(9_000)}.pushed`]) {
    const event = told({ type, source: long, subject: long, id: long, ext: long });
    expect(eventSchema.safeParse(event).error?.issues).toBeUndefined();
    expect(event.message).toContain(event.entity.name);
  }
  expect(toldInBinary({ "ce-type": "a.b" }, "").message).toBe("shop sent an a b");
});
