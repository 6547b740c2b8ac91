import type { Describe, Draft } from "../forge/draft";
import { person } from "../forge/people";
import { nearestUrl } from "../forge/places";
import { entity } from "../payload/draft";
import { pastTense } from "../payload/past-tense";

/** `sponsorship`: money from one account to another. */
export const describeSponsorship: Describe = (hook): Draft => {
  const { payload } = hook;
  const who = person(payload.at("sponsorship.sponsorable"));
  const tier = payload.text("sponsorship.tier.name");
  const at = tier === null ? "" : ` (${tier})`;
  const date = payload.day("effective_date");
  const from = date === null ? "" : ` on ${date}`;
  const before = payload.text("changes.tier.from.name");
  const change = `${before === null ? "" : ` from ${before}`}${tier === null ? "" : ` to ${tier}`}`;
  const says = new Map([
    ["created", `started to sponsor ${who.name}${at}`],
    ["cancelled", `stopped sponsoring ${who.name}`],
    ["edited", `changed who can see their sponsorship of ${who.name}`],
    ["tier_changed", `changed their sponsorship of ${who.name}${change}`],
    ["pending_cancellation", `will stop sponsoring ${who.name}${from}`],
    ["pending_tier_change", `will change their sponsorship of ${who.name}${change}${from}`],
  ]);
  return {
    predicate: says.get(hook.action ?? "") ?? pastTense(hook.action, `their sponsorship of ${who.name}`),
    entity: who,
    metadata: { tier, before, effectiveDate: date },
    happenedAt: hook.action === "created" ? payload.at("sponsorship.created_at").value : undefined,
  };
};

/** `marketplace_purchase`: a plan of an app. */
export const describePurchase: Describe = (hook): Draft => {
  const purchase = hook.payload.at("marketplace_purchase");
  const plan = purchase.text("plan.name") ?? "a plan";
  const account = purchase.text("account.login");
  const buyer = account === null || account === hook.payload.text("sender.login") ? "" : ` for ${account}`;
  const before = hook.payload.text("previous_marketplace_purchase.plan.name");
  const change = before === null || before === plan ? `to ${plan}` : `from ${before} to ${plan}`;
  const date = hook.payload.day("effective_date");
  const on = date === null ? "" : ` on ${date}`;
  const says = new Map([
    ["purchased", `bought ${plan}${buyer}`],
    ["cancelled", `cancelled ${plan}${buyer}`],
    ["changed", `changed ${change}${buyer}`],
    ["pending_change", `scheduled a change ${change}${buyer}${on}`],
    ["pending_change_cancelled", `called off a scheduled change ${change}${buyer}`],
  ]);
  return {
    predicate: says.get(hook.action ?? "") ?? pastTense(hook.action, `${plan}${buyer}`),
    entity: entity("marketplace_plan", purchase.text("plan.id") ?? plan, plan, { url: nearestUrl(hook) }),
    metadata: {
      account,
      billingCycle: purchase.text("billing_cycle"),
      units: purchase.count("unit_count"),
      before,
      effectiveDate: date,
    },
  };
};
