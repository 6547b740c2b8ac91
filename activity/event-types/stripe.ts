import { LOOKS } from "./looks";
import { describeSourceTypes, type SourceType } from "./source-types";

/** By the first word of a type, and by all of it where that looks different. */
const TYPES = new Map<string, SourceType>([
  ["charge", { label: "Payment", ...LOOKS.payment }],
  ["charge.failed", { label: "Payment failed", ...LOOKS.failed }],
  ["charge.refunded", { label: "Payment refunded", icon: "credit-card", color: "amber" }],
  ["charge.dispute.created", { label: "Payment disputed", ...LOOKS.alert }],
  ["payment_intent", { label: "Payment", ...LOOKS.payment }],
  ["payment_intent.payment_failed", { label: "Payment failed", ...LOOKS.failed }],
  ["invoice", { label: "Invoice", icon: "file-text", color: "blue" }],
  ["invoice.paid", { label: "Invoice paid", ...LOOKS.payment }],
  ["invoice.payment_failed", { label: "Invoice not paid", ...LOOKS.failed }],
  ["checkout", { label: "Checkout", ...LOOKS.payment }],
  ["customer", { label: "Customer", ...LOOKS.people }],
  ["payout", { label: "Payout", ...LOOKS.payment }],
  ["payout.failed", { label: "Payout failed", ...LOOKS.failed }],
  ["radar", { label: "Radar", ...LOOKS.alert }],
]);

/** The look of Stripe's event types; null for other types. */
export const stripeEventType = describeSourceTypes("stripe", TYPES, { icon: "credit-card", color: "gray" });
