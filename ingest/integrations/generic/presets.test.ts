import { describe, expect, it } from "vitest";
import { findPreset, GENERIC_PRESETS } from "@/activity/generic/presets";
import { genericSource } from "../generic";
import { delivery, RECEIVED_AT } from "../testing/delivery";
import { expectTold } from "../testing/expect-told";
import * as builds from "./testing/build-payloads";
import * as people from "./testing/people-payloads";

const SHOP = { "X-Shopify-Shop-Domain": "acme.myshopify.com", "X-Shopify-Webhook-Id": "b54557e4" };

function sourceOf(key: string) {
  const preset = findPreset(key);
  if (preset === null) throw new Error(`no preset ${key}`);
  return genericSource(preset.config);
}

function tellAll(key: string, payload: unknown, headers: Record<string, string> = {}) {
  const body = typeof payload === "string" ? payload : JSON.stringify(payload);
  return sourceOf(key).toEvents(delivery(body, headers), RECEIVED_AT);
}

const CASES: [key: string, payload: unknown, sentence: string, headers?: Record<string, string>][] = [
  [
    "alertmanager",
    builds.alertmanager,
    "Alertmanager raised ProbeFailure: BlackBox Probe Failure: https://server.example.org",
  ],
  ["buildkite", builds.buildkite, "Keith Pitt finished build My Pipeline #1 on main: passed"],
  ["cal-com", people.calCom, "John Doe booked 60min with Pro Example"],
  ["calendly", people.calendly, "Jane Doe booked 30 Minute Meeting"],
  ["circleci", builds.circleci.workflow, "CircleCI finished workflow welcome of webhook-service on main: success"],
  [
    "circleci",
    builds.circleci.job,
    "CircleCI finished job test of workflow welcome of webhook-service on main: success",
  ],
  ["figma", people.figma, "Mason Sciotti commented on Home page"],
  ["grafana", builds.grafana, "Grafana raised High memory usage: This alert was triggered for zone us-1"],
  ["heroku", builds.herokus.release, "sampleuser@gmail.com released v3 of zulip-test: succeeded"],
  ["heroku", builds.herokus.build, "sampleuser@gmail.com built zulip-test: failed"],
  ["heroku", builds.herokus.addon, "sampleuser@gmail.com triggered addon create on zulip-test"],
  ["intercom", people.intercoms.conversation, "Rose Poodle from St. John's started a conversation"],
  ["intercom", people.intercoms.ticket, "Intercom opened ticket Unclear user message"],
  ["launchdarkly", people.launchdarkly, "Michelle Doe created the flag test flag"],
  ["render", builds.render, "Render ended the deploy of my-service: failed"],
  [
    "shopify",
    people.shopify,
    "Shopify received order #9999 of 5.00 USD from John Smith",
    { ...SHOP, "X-Shopify-Topic": "orders/create" },
  ],
  [
    "shopify",
    people.shopify,
    "Shopify cancelled order #9999: customer",
    { ...SHOP, "X-Shopify-Topic": "orders/cancelled" },
  ],
  ["shopify", people.shopify, "Shopify updated order #9999", { ...SHOP, "X-Shopify-Topic": "orders/updated" }],
  ["sonarqube", builds.sonarqube, "SonarQube analysed test-sonar on master: quality gate ERROR"],
  ["terraform", builds.terraform.run, "A run of sample-user in my-workspace ended early: Run Canceled"],
  ["terraform", builds.terraform.assessment, "HCP Terraform found drift in my-workspace"],
  ["typeform", people.typeform, "Typeform received a response to Webhooks example"],
  ["zendesk", people.zendesks.ticket, "Zendesk moved ticket #35436 Help, I can't log in! from NEW to OPEN"],
  ["zendesk", people.zendesks.user, "Zendesk changed active for user priya@example.com"],
  ["zendesk", people.zendesks.message, "Answer Bot added message for messaging ticket 141"],
];

describe("a preset", () => {
  it.each(CASES)("%s tells %o", (key, payload, sentence, headers = {}) => {
    const [told] = tellAll(key, payload, headers);
    expect(told?.message).toBe(sentence);
    if (told === undefined) return;
    expect(told).toMatchObject({ source: key, eventType: expect.stringMatching(/^integration\.[\w.-]+$/) });
    expect(told.message).toContain(told.actor.name);
    expect(told.message).toContain(told.entity.name);
    expectTold({ ...told, message: `${told.actor.name} ${told.message}` }, { hasLink: told.entity.url !== undefined });
    expect(JSON.stringify(told)).not.toMatch(/myPasscode|123456abcd|a3a12ec67a1365927098a606107fac15/);
  });

  it("has an example of every kind", () => {
    expect(new Set(CASES.map(([key]) => key))).toEqual(new Set(GENERIC_PRESETS.map(({ key }) => key)));
  });

  it("says how its sender is set up", () => {
    for (const { key, label, docsUrl, menu } of GENERIC_PRESETS) {
      expect(sourceOf(key)).toMatchObject({ provider: "generic", label, setup: { docsUrl, menu } });
      expect(URL.canParse(docsUrl)).toBe(true);
      expect(menu.length).toBeGreaterThan(0);
    }
    expect(findPreset("none")).toBeNull();
    expect(findPreset(undefined)).toBeNull();
  });

  it("tells alerts one by one, with what is important", () => {
    const told = tellAll("grafana", builds.grafana);
    expect(told.map(({ eventType, entity, isImportant }) => [eventType, entity.id, isImportant])).toEqual([
      ["integration.alert.firing", "c6eadffa33fcdf37", true],
      ["integration.alert.resolved", "bc97ff14869b13e3", false],
    ]);
    expect(told[0]).toMatchObject({
      actor: { name: "Grafana", kind: "integration" },
      metadata: { labels: { zone: "us-1" } },
    });
    expect(told[0]?.timestamp).toBeUndefined();
  });

  it("keeps ids, types, people, links and times", () => {
    const [order] = tellAll("shopify", people.shopify, { ...SHOP, "X-Shopify-Topic": "orders/create" });
    expect(order).toMatchObject({
      eventType: "integration.orders.create",
      entity: {
        type: "order",
        id: "820982911946154508",
        url: "https://acme.myshopify.com/admin/orders/820982911946154508",
      },
      metadata: { financial_status: "paid", total_price: "5.00" },
    });
    const [flag] = tellAll("launchdarkly", people.launchdarkly);
    expect(flag).toMatchObject({
      eventType: "integration.flag.createFlag",
      actor: { id: "1234", name: "Michelle Doe", kind: "user" },
      entity: { type: "flag", url: "https://app.launchdarkly.com/default/~/features/test-flag" },
      timestamp: "2024-10-17T00:04:25.221Z",
    });
    const [run] = tellAll("terraform", builds.terraform.run);
    expect(run).toMatchObject({
      eventType: "integration.run.errored",
      isImportant: true,
      entity: { id: "ws-XdeUVMWShTesDMME" },
    });
  });

  it("knows the id of a delivery, equal when it is sent again", () => {
    const idOf = (key: string, payload: unknown, headers = {}) =>
      sourceOf(key).deliveryId(delivery(typeof payload === "string" ? payload : JSON.stringify(payload), headers));
    expect(idOf("shopify", people.shopify, SHOP)).toBe("b54557e4");
    expect(idOf("heroku", builds.herokus.build)).toBe("09f411b3-fefa-44d1-9508-e3c43e0fd46e");
    expect(idOf("render", builds.render, { "webhook-id": "msg_1" })).toBe("msg_1");
    expect(idOf("figma", { ...people.figma, retries: 2 })).toBe(idOf("figma", people.figma));
    expect(idOf("figma", people.figma)).toBe("101-FILE_COMMENT-38809122-2020-08-31T05:21:04Z");
  });
});
