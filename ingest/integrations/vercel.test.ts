import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { delivery, RECEIVED_AT } from "./testing/delivery";
import { describeSignature } from "./testing/describe-signature";
import { expectTold } from "./testing/expect-told";
import { vercelSource } from "./vercel";

describeSignature({
  source: vercelSource,
  vector: {
    secret: "las-test-secret",
    at: RECEIVED_AT,
    body: '{"action":"opened","title":"wörld ✓"}',
    headers: { "x-vercel-signature": "597f9536657ca048ce87c968a03276a7999fcdbe" },
  },
  secrets: ["las-test-secret", "another"],
  body: '{ "id": "uev_1", "type": "deployment.created", "payload": { "name": "w\\u00f6rld ✓" } }',
  toleranceSeconds: null,
});

// After vercel.com/docs/webhooks/webhooks-api, "deployment.created".
const data = {
  team: { id: "team_1" },
  user: { id: "usr_1" },
  deployment: {
    id: "dpl_F2ZQZ3",
    name: "web",
    url: "web-abc123.vercel.app",
    inspectorUrl: "https://vercel.com/acme/web/F2ZQZ3",
    meta: { githubCommitAuthorName: "Marta", githubCommitRef: "main", githubCommitMessage: "Fix login" },
  },
  links: { deployment: "https://vercel.com/acme/web/F2ZQZ3", project: "https://vercel.com/acme/web" },
  project: { id: "prj_1" },
  target: "production",
  plan: "pro",
  regions: ["iad1"],
};
const event = (type: string, payload: unknown = data) => ({
  id: "uev_AOvX",
  type,
  createdAt: 1_763_890_000_123,
  region: null,
  payload,
});
const read = (payload: unknown) => {
  const [told] = vercelSource.toEvents(delivery(JSON.stringify(payload)), RECEIVED_AT);
  if (told === undefined) throw new Error("nothing was told");
  return told;
};

describe("an event", () => {
  it.each([
    ["deployment.created", "Marta started to deploy web to production"],
    ["deployment.succeeded", "Vercel deployed web to production"],
    ["deployment.ready", "Vercel made web ready in production"],
    ["deployment.error", "Vercel failed to deploy web to production"],
    ["deployment.canceled", "Marta cancelled the deployment of web to production"],
    ["deployment.promoted", "Vercel promoted web to production"],
    ["deployment.danced", "Vercel danced deployment web"],
  ])("%s", (type, sentence) => {
    const told = read(event(type));
    expect(told.message).toBe(sentence);
    expectTold(told);
  });

  it("of a project, a domain and an attack", () => {
    const project = { project: { id: "prj_1", name: "web" }, links: { project: "https://vercel.com/acme/web" } };
    expect(read(event("project.created", project))).toMatchObject({
      message: "Vercel created project web",
      entity: { type: "project", id: "prj_1", url: "https://vercel.com/acme/web" },
    });
    expect(read(event("domain.created", { domain: { name: "acme.example" } })).message).toBe(
      "Vercel created domain acme.example",
    );
    const attack = read(event("attack.detected", { project: { id: "prj_1", name: "web" } }));
    expect(attack).toMatchObject({ message: "Vercel detected attack web", isImportant: true });
    expect(read({}).message).toBe("Vercel updated an event");
  });

  it("has its id, type, link and time, and is important when production could not be deployed", () => {
    const one = delivery(JSON.stringify(event("deployment.error")));
    expect([vercelSource.deliveryId(one), vercelSource.eventName(one)]).toEqual(["uev_AOvX", "deployment.error"]);
    expect(read(event("deployment.error"))).toMatchObject({
      isImportant: true,
      timestamp: new Date(1_763_890_000_123).toISOString(),
      entity: { id: "dpl_F2ZQZ3", url: "https://vercel.com/acme/web/F2ZQZ3" },
      metadata: { branch: "main", message: "Fix login", address: "https://web-abc123.vercel.app" },
    });
    expect(read(event("deployment.error", { ...data, target: null })).isImportant).toBe(false);
  });

  it("is valid whatever is in it", () => {
    const types = [
      "deployment.created",
      "deployment.error",
      "project.created",
      "constructor",
      "deployment.constructor",
      "",
    ];
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom(...types),
        fc.constantFrom(...Object.keys(data)),
        (value, type, key) => {
          for (const payload of [
            value,
            { ...data, [key]: value },
            { deployment: { ...data.deployment, name: value } },
          ]) {
            const told = read(event(type, payload));
            expect(eventSchema.safeParse(told).error?.issues).toBeUndefined();
            expect(told.message).toContain(told.entity.name);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
