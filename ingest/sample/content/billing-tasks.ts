import type { TaskContent } from "./task-content";

/** Tasks about money. */
export const BILLING_TASKS: TaskContent[] = [
  {
    title: "Billing retries double-charge late webhooks",
    board: "Billing",
    priority: "urgent",
    from: "triage",
    assignee: "priya",
    reviewer: "alice",
    code: {
      repo: "api",
      branch: "fix/billing-retries",
      commits: ["Key retries by invoice, not by attempt", "Add a test for a webhook that lands after the third retry"],
    },
    failing: "billing/retry.test.ts › charges once when the webhook lands late",
    comments: [
      [
        "priya",
        "@alice the third retry double-charges when the webhook lands late. Can you check the idempotency key?",
      ],
      ["alice", "Confirmed: the key contains the attempt number, so every retry looks like a new charge."],
      [
        "ingrid",
        "Three customers are affected: Northwind, Bluebird Coffee and Hôtel Lumière. I have refunded all of them.",
      ],
    ],
  },
  {
    title: "Show VAT per line on invoices for EU customers",
    board: "Billing",
    from: "ingrid",
    assignee: "tomas",
    reviewer: "priya",
    code: {
      repo: "api",
      branch: "feat/vat-lines",
      commits: ["Split VAT by rate in the invoice model", "Render a VAT column when the seller is in the EU"],
    },
    comments: [
      ["ingrid", "The Danish accountant wants 25 % and 0 % on separate lines, with the sum per rate below."],
      ["tomas", "Done for DK and ES. @ingrid does reverse charge need its own wording on the PDF?"],
      ["ingrid", "Yes: “Reverse charge – VAT to be accounted for by the recipient”, in the customer's language."],
    ],
  },
  {
    title: "Dunning e-mails ignore the customer's time zone",
    board: "Billing",
    from: "carmen",
    assignee: "kwame",
    reviewer: "tomas",
    code: {
      repo: "api",
      branch: "fix/dunning-time-zone",
      commits: ["Send dunning mails at 09:00 in the customer's zone"],
    },
    comments: [
      ["carmen", "Somebody in Auckland got “your card was declined” at 3:40 in the morning and was not amused."],
      ["kwame", "We store the zone already, the scheduler simply never reads it. Small change."],
    ],
  },
  {
    title: "Export invoices as UBL for public-sector buyers",
    board: "Billing",
    priority: "high",
    from: "ingrid",
    assignee: "nour",
    reviewer: "priya",
    code: {
      repo: "api",
      branch: "feat/ubl-export",
      commits: ["Write UBL 2.1 invoices", "Validate against the Peppol BIS rules", "Offer UBL in the download menu"],
    },
    failing: "invoices/ubl.test.ts › passes rule BR-CO-10 for rounded totals",
    comments: [
      ["nour", "المجاميع المقربة تخالف القاعدة BR-CO-10، سأحسب كل سطر على حدة قبل الجمع."],
      ["priya", "Rounding per line first makes sense, that is how Stripe does it too."],
      ["ingrid", "The city of Oslo accepted the test file. @nour great work!"],
    ],
  },
  {
    title: "Proration is wrong when a seat is removed mid-month",
    board: "Billing",
    from: "john",
    assignee: "alice",
    reviewer: "yuki",
    code: {
      repo: "api",
      branch: "fix/seat-proration",
      commits: ["Prorate by seconds instead of started days", "Cover removing and re-adding a seat on the same day"],
    },
    comments: [
      ["john", "Team of 12 removed one seat on the 16th and was credited $31.00 instead of $24.80."],
      ["alice", "We count started days, Stripe counts seconds. I am following Stripe."],
      ["yuki", "同じ日に席を外して戻した場合のテストも追加してください。"],
    ],
  },
  {
    title: "Let owners download all receipts of a year",
    board: "Billing",
    from: "carmen",
    assignee: "marta",
    reviewer: "john",
    code: {
      repo: "web",
      branch: "feat/receipts-zip",
      commits: ["Stream a zip of receipts", "Disable the button while the archive is being made"],
    },
    comments: [
      ["marta", "The zip is streamed, so 400 receipts do not need 400 PDFs in memory. Peak was 38 MB."],
      ["carmen", "File names should start with the date: 2026-03-14_acme_2291.pdf sorts well in every finder."],
    ],
  },
  {
    title: "Card form rejects names with apostrophes",
    board: "Billing",
    from: "triage",
    assignee: "tomas",
    reviewer: "marta",
    code: {
      repo: "web",
      branch: "fix/card-name",
      commits: ["Accept any printable name on the card form"],
    },
    comments: [
      ["tomas", "The pattern only allowed A–Z. O'Brien, Núñez and 佐藤 could not pay us. Ouch."],
      ["marta", "Removed the pattern entirely, Stripe does its own check. Approving."],
    ],
  },
  {
    title: "Annual plans: remind 30 days before renewal",
    board: "Billing",
    from: "ingrid",
    assignee: "kwame",
    reviewer: "alice",
    code: {
      repo: "api",
      branch: "feat/renewal-reminder",
      commits: ["Queue a reminder 30 days before renewal", "Skip the reminder when a cancellation is scheduled"],
    },
    failing: "billing/reminders.test.ts › leap day renews on 28 February",
    comments: [
      ["kwame", "What do we do with plans bought on 29 February? I let them renew on the 28th."],
      ["ingrid", "Fine. Legal says California wants the price in the first paragraph, so please put it there."],
    ],
  },
  {
    title: "Reconcile Stripe payouts with the ledger nightly",
    board: "Billing",
    priority: "high",
    from: "priya",
    assignee: "priya",
    reviewer: "kwame",
    code: {
      repo: "api",
      branch: "feat/payout-reconciliation",
      commits: ["Compare payout lines with ledger entries", "Report differences above one cent"],
    },
    comments: [
      ["priya", "First run over March: 2 differences in 11,482 lines, both refunds in JPY where we divided by 100."],
      ["yuki", "円には小数がないので、通貨ごとの桁数を使いましょう。"],
      ["priya", "Done, digits now come from Intl. Zero differences."],
    ],
  },
  {
    title: "Coupons can be applied twice from two tabs",
    board: "Billing",
    from: "triage",
    assignee: "yuki",
    reviewer: "priya",
    code: {
      repo: "api",
      branch: "fix/coupon-race",
      commits: ["Redeem coupons under a row lock", "Answer 409 to the second tab"],
    },
    comments: [
      ["yuki", "Reproduced with two tabs and a slow connection: both requests read redeemed_at as null."],
      ["priya", "A unique index on (coupon, account) would have caught it as well. @yuki can you add both?"],
    ],
  },
  {
    title: "Usage graph on the billing page is one day late",
    board: "Billing",
    from: "john",
    assignee: "marta",
    reviewer: "nour",
    code: {
      repo: "web",
      branch: "fix/usage-graph-day",
      commits: ["Group usage by the account's day instead of UTC"],
    },
    comments: [
      ["john", "Customers west of Greenwich see today's usage under yesterday. Screenshot attached."],
      ["marta", "Grouping happened in UTC in the browser; moved it to the query, where the zone is known."],
    ],
  },
  {
    title: "Agree on credit limits for enterprise pilots",
    board: "Billing",
    from: "carmen",
    assignee: "ingrid",
    reviewer: "carmen",
    comments: [
      ["ingrid", "Proposal: 90 days, $5,000, then a signed order form. Two pilots are above that today."],
      ["carmen", "Agreed. I'll talk to Northwind and Kappa Robotics this week."],
    ],
  },
];
