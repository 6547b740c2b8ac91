import type { ActivityEvent } from "@/activity/event-schema";
import { aThing } from "../payload/a-thing";
import { type Actor, actor, BODY_BYTES, type Entity, entity, toEvent } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { pastTense, words } from "../payload/past-tense";
import { money } from "./money";

const STRIPE: Actor = actor("stripe", "Stripe", { kind: "integration" });

/** Where the dashboard shows each kind of object. */
const PLACES = new Map([
  ["account", "connect/accounts"],
  ["charge", "payments"],
  ["checkout.session", "checkout/sessions"],
  ["coupon", "coupons"],
  ["customer", "customers"],
  ["dispute", "disputes"],
  ["invoice", "invoices"],
  ["payment_intent", "payments"],
  ["payment_link", "payment-links"],
  ["payout", "payouts"],
  ["price", "prices"],
  ["product", "products"],
  ["quote", "quotes"],
  ["refund", "refunds"],
  ["setup_intent", "setup_intents"],
  ["subscription", "subscriptions"],
  ["subscription_schedule", "subscription_schedules"],
  ["transfer", "connect/transfers"],
]);

const IMPORTANT =
  /(payment_failed|\.failed|dispute\.(created|funds_withdrawn)|fraud|radar|action_required|uncollectible|overdue|deauthorized|subscription\.(deleted|paused)|payout\.(failed|canceled))/;

function link(payload: Fields, kind: string, id: string): string {
  const place = PLACES.get(kind);
  const test = payload.at("livemode").value === false ? "test/" : "";
  const home = "https://dashboard.stripe.com/";
  return place === undefined
    ? `${home}${test}events/${encodeURIComponent(payload.text("id") ?? "")}`
    : `${home}${test}${place}/${encodeURIComponent(id)}`;
}

/** Whose money it is about: a name or an address, else the customer's id. */
function customer(object: Fields): string | null {
  return object.text(
    "customer_name",
    "customer_details.name",
    "billing_details.name",
    "customer_email",
    "customer_details.email",
    "billing_details.email",
    "receipt_email",
    "customer.name",
    "customer.email",
    "customer",
  );
}

/** What people call the object: its number, name or address, else its id. */
function nameOf(kind: string, object: Fields): string {
  const known =
    kind === "customer" || kind === "account"
      ? object.text("name", "business_profile.name", "email")
      : object.text("number", "nickname", "name", "description", "display_name");
  return known ?? object.text("id") ?? aThing(words(kind));
}

const AMOUNTS = [
  "amount_total",
  "amount_paid",
  "amount_received",
  "amount_refunded",
  "amount_due",
  "amount",
  "unit_amount",
  "total",
];

/** The sentence after the actor's name, for the kinds that people read most. */
function predicate(type: string, kind: string, object: Fields, thing: Entity): string {
  const amount = money(object, ...(type === "invoice.payment_failed" ? ["amount_due"] : AMOUNTS));
  const of = amount === null ? "" : ` of ${amount}`;
  const who = customer(object);
  const from = who === null ? "" : ` from ${who}`;
  const to = who === null ? "" : ` for ${who}`;
  switch (type) {
    case "charge.succeeded":
    case "payment_intent.succeeded":
      return `took a payment${of}${from} (${thing.name})`;
    case "charge.failed":
    case "payment_intent.payment_failed":
      return `could not take a payment${of}${from} (${thing.name})`;
    case "charge.refunded":
      return `refunded${amount === null ? "" : ` ${amount}`} of payment ${thing.name}${who === null ? "" : ` to ${who}`}`;
    case "charge.dispute.created":
      return `was told of a dispute${of} over payment ${object.text("charge") ?? ""} (${thing.name})`.replace(
        "payment  ",
        "a payment ",
      );
    case "checkout.session.completed":
      return `completed a checkout${of}${from} (${thing.name})`;
    case "invoice.paid":
    case "invoice.payment_succeeded":
      return `collected invoice ${thing.name}${of}${from}`;
    case "invoice.payment_failed":
      return `could not collect invoice ${thing.name}${of}${from}`;
    case "customer.subscription.created":
      return `started subscription ${thing.name}${to}`;
    case "customer.subscription.deleted":
      return `ended subscription ${thing.name}${to}`;
    case "payout.paid":
      return `paid out${amount === null ? "" : ` ${amount}`} (${thing.name})`;
    case "payout.failed":
      return `could not pay out${amount === null ? "" : ` ${amount}`} (${thing.name})`;
    default:
      return `${pastTense(type.split(".").at(-1) ?? null, thing.name === aThing(words(kind)) ? thing.name : `${words(kind)} ${thing.name}`)}${kind === "customer" ? "" : `${of}${to}`}`;
  }
}

/** One event of Stripe as an event that passes `eventSchema`, whatever its object holds. */
export function describeStripe(payload: Fields, receivedAt: Date): ActivityEvent {
  const type = payload.text("type") ?? "event";
  const object = payload.at("data.object");
  const kind = object.text("object") ?? (type.includes(".") ? type.slice(0, type.lastIndexOf(".")) : "event");
  const id = object.text("id") ?? payload.text("id") ?? kind;
  const thing = entity((words(kind) === "" ? "event" : kind).replaceAll(".", "_"), id, nameOf(kind, object), {
    reference: object.text("number"),
    url: object.url("hosted_invoice_url", "receipt_url") ?? link(payload, kind, id),
  });
  return toEvent(
    "stripe",
    [type],
    {
      actor: STRIPE,
      predicate: predicate(type, kind, object, thing),
      entity: thing,
      metadata: {
        amount: money(object, ...AMOUNTS),
        status: object.text("status"),
        reason: object.text("reason", "failure_message", "last_payment_error.message", "cancellation_details.reason"),
        customer: customer(object),
        email: object.text(
          "customer_email",
          "customer_details.email",
          "billing_details.email",
          "receipt_email",
          "email",
        ),
        description: object.body("description", BODY_BYTES),
        account: payload.text("account"),
        isTest: payload.at("livemode").value === false ? true : undefined,
      },
      happenedAt: payload.at("created").value,
      isImportant: IMPORTANT.test(type),
    },
    receivedAt,
  );
}
