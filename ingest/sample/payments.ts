import { CUSTOMERS, type Customer } from "./content/customers";
import { createDeck } from "./deck";
import { BOTS } from "./people";
import type { Draft, Story, World } from "./story";

/** Minor units as a price, such as `$4,200.00` or `¥98,000`. */
export function formatPrice(amount: number, currency: string): string {
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

interface Invoice {
  id: string;
  number: string;
  customer: Customer;
  amount: number;
}

function stripe(
  type: string,
  entity: Draft["entity"],
  sentence: string,
  metadata: Draft["metadata"],
  urgent = false,
): Draft {
  return {
    eventType: `stripe.${type}`,
    actor: BOTS.stripe,
    entity,
    message: `Stripe ${sentence}`,
    metadata,
    isImportant: urgent,
    source: "stripe",
  };
}

function invoiceDraft(type: string, invoice: Invoice, sentence: string, more: { [key: string]: string | number } = {}) {
  const { id, number, customer, amount } = invoice;
  const entity = { type: "invoice", id, name: number, reference: id, url: `https://billing.example/invoices/${id}` };
  const metadata = {
    customer: customer.name,
    country: customer.country,
    plan: customer.plan,
    amount,
    currency: customer.currency,
  };
  return stripe(type, entity, `invoice ${number} ${sentence}`, { ...metadata, ...more }, type.endsWith("failed"));
}

function paid(invoice: Invoice): Draft {
  return invoiceDraft("invoice.paid", invoice, `was paid, ${formatPrice(invoice.amount, invoice.customer.currency)}`);
}

function failedThenPaid(world: World, invoice: Invoice): Story {
  const reason = world.random.pick([
    "card expired",
    "insufficient funds",
    "bank declined the charge",
    "authentication required",
  ]);
  const price = formatPrice(invoice.amount, invoice.customer.currency);
  return [
    {
      after: 0,
      anyHour: true,
      draft: invoiceDraft("invoice.payment_failed", invoice, `could not be paid, ${price}: ${reason}`, { reason }),
    },
    { after: world.random.int(300, 2_900), anyHour: true, draft: paid(invoice) },
  ];
}

function subscribed(world: World, invoice: Invoice): Story {
  const { customer } = invoice;
  const id = `sub_${world.random.hex(8)}`;
  const entity = { type: "subscription", id, name: customer.name, reference: id };
  const seats = world.random.int(3, 60);
  const draft = stripe(
    "customer.subscription.created",
    entity,
    `subscription of ${customer.name} to ${customer.plan} was created, ${seats} seats`,
    {
      plan: customer.plan,
      seats,
    },
  );
  return [
    { after: 0, anyHour: true, draft },
    { after: 1, anyHour: true, draft: paid(invoice) },
  ];
}

function refunded(world: World, invoice: Invoice): Story {
  const reason = world.random.pick([
    "duplicate",
    "requested by customer",
    "seats removed",
    "goodwill after the outage",
  ]);
  const amount = Math.round((invoice.amount * world.random.int(10, 60)) / 100);
  const sentence = `was refunded, ${formatPrice(amount, invoice.customer.currency)} (${reason})`;
  return [{ after: 0, draft: invoiceDraft("charge.refunded", invoice, sentence, { reason, refunded: amount }) }];
}

function paidOut(world: World): Story {
  const amount = world.random.int(1_900_000, 6_400_000);
  const id = `po_${world.random.hex(8)}`;
  const entity = { type: "payout", id, name: id, url: `https://billing.example/payouts/${id}` };
  const sentence = `payout ${id} of ${formatPrice(amount, "USD")} is on its way to the bank`;
  return [{ after: 0, anyHour: true, draft: stripe("payout.paid", entity, sentence, { amount, currency: "USD" }) }];
}

/** Tells payment after payment, each from another customer than the last. */
export function createPaymentStories(world: World): () => Story {
  const nextCustomer = createDeck(world.random, CUSTOMERS);
  return () => {
    const { card: customer } = nextCustomer();
    const number = `#${world.take("invoice")}`;
    const amount = customer.amount + customer.step * world.random.int(0, 9);
    const invoice = { id: `in_${world.random.hex(8)}`, number, customer, amount };
    const chance = world.random.next();
    if (chance < 0.12) return failedThenPaid(world, invoice);
    if (chance < 0.22) return subscribed(world, invoice);
    if (chance < 0.29) return refunded(world, invoice);
    if (chance < 0.37) return paidOut(world);
    return [{ after: 0, anyHour: true, draft: paid(invoice) }];
  };
}
