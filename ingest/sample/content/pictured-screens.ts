import type { Screen } from "./screen-texts";

const pictured = (app: string, window: string, image: string, ...text: string[]): Screen => ({
  app,
  window,
  language: "en",
  image: `/sample/${image}.svg`,
  text: () => text.join("\n"),
});

/** Windows of which there is a picture that shows the very text that is read from it. */
export const PICTURED_SCREENS: Screen[] = [
  pictured(
    "VS Code",
    "retry.ts — acme/api",
    "code-editor",
    "retry.ts — acme/api",
    "const RETRY_DELAYS = [60, 600, 3_600];",
    "export async function retryInvoice(invoice: Invoice) {",
    "  // One key per invoice: a late webhook must not charge again.",
    '  const idempotencyKey = "invoice-" + invoice.id;',
    "  const charge = await stripe.charges.create(invoice, { idempotencyKey });",
    '  if (charge.status === "succeeded") return markPaid(invoice, charge);',
    '  return schedule("retry-invoice", invoice.id, RETRY_DELAYS[invoice.attempts]);',
    "}",
    "fix/billing-retries   0 errors   Ln 21, Col 18   TypeScript",
  ),
  pictured(
    "Grafana",
    "API overview",
    "dashboard",
    "API overview   Last 6 hours",
    "Requests per second 1,284",
    "p99 latency 118 ms",
    "Error rate 0.04 %",
    "Latency by route",
    "/activities   /stream   /webhooks",
    "09:00 10:00 11:00 12:00 13:00 14:00",
  ),
  pictured(
    "Figma",
    "Onboarding v3",
    "design-canvas",
    "Onboarding v3   Page 2 of 4   100 %",
    "Welcome to your workspace",
    "Start with one thing: post your first event.",
    "Copy the command   Open a sample",
    "Frame 12   Empty state   390 × 720",
    "Marta is editing",
  ),
  pictured(
    "Preview",
    "invoice-2291.pdf",
    "invoice",
    "INVOICE #2291",
    "Acme Platform Inc.   Billed to Northwind Traders",
    "Enterprise plan, 120 seats   $3,600.00",
    "Priority support   $600.00",
    "Subtotal   $4,200.00",
    "VAT 0 %   $0.00",
    "Total due   $4,200.00",
    "Reverse charge does not apply. Payable within 14 days.",
  ),
];
