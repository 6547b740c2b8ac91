// Beside the path of a webhook: why a delivery was refused, found out by trying what usually goes wrong.
import type { Diagnosis, REWRITINGS } from "@/activity/delivery";
import type { Delivery, IntegrationSource } from "./integrations/integration-source";
import type { Refusal } from "./integrations/signature/verdict";

type Rewriting = (typeof REWRITINGS)[number];

/** How bodies are commonly rewritten. */
const WRITERS: [how: Rewriting, write: (value: unknown) => string][] = [
  ["compact", (value) => JSON.stringify(value)],
  ["indented", (value) => JSON.stringify(value, null, 2)],
  ["indented by 4", (value) => JSON.stringify(value, null, 4)],
  ["spaced", (value) => spaced(value)],
  ["ascii only", (value) => escaped(JSON.stringify(value))],
  ["spaced and ascii only", (value) => escaped(spaced(value))],
];

/** As Python's `json.dumps` writes it: a blank after each comma and colon. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .map(([key, part]) => `${JSON.stringify(key)}: ${spaced(part)}`)
      .join(", ")}}`;
  return JSON.stringify(value);
}

function escaped(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Bodies above this are not rewritten, bytes: a stranger must not make us work. */
const MOST_BYTES = 262_144;

/** What a body may have been before it was rewritten. `how` says what happened to it on its way, seen from the original. */
function* originalsOf(body: Uint8Array): Generator<[how: Rewriting, original: Uint8Array]> {
  if (body.byteLength > MOST_BYTES) return;
  const encoder = new TextEncoder();
  const text = new TextDecoder().decode(body);
  if (/\n$/.test(text)) yield ["line break added", encoder.encode(text.replace(/\r?\n$/, ""))];
  yield ["line break taken away", encoder.encode(`${text}\n`)];
  for (const [how, write] of WRITERS) {
    try {
      yield [how, encoder.encode(write(JSON.parse(text)))];
    } catch {
      // What is no JSON, or nested too deep to be written, was not rewritten by what we know.
      return;
    }
  }
}

/** What is known of a refused delivery's endpoint. */
export interface Endpoint {
  source: IntegrationSource;
  secrets: readonly string[];
  /** The team's other endpoints, by their names. */
  others: readonly { name: string; secrets: readonly string[] }[];
}

/** Whether a signature fits a body, whatever its time. */
function fits(source: IntegrationSource, delivery: Delivery, secrets: readonly string[], now: Date): boolean {
  const verdict = source.verify(delivery, secrets, now);
  return verdict.isGenuine || verdict.refusal.code === "clock_off";
}

/** The body that was signed, when what came is a rewriting of it; null when none of the usual ones is. */
export function findOriginal(
  source: IntegrationSource,
  delivery: Delivery,
  secrets: readonly string[],
  now: Date,
): { how: Rewriting; body: Uint8Array } | null {
  for (const [how, body] of originalsOf(delivery.body))
    if (fits(source, { ...delivery, body }, secrets, now)) return { how, body };
  return null;
}

/** Looks for the likeliest cause of a refusal. It only ever explains: what it finds out lets nothing in. */
export function diagnoseRefusal(refusal: Refusal, endpoint: Endpoint, delivery: Delivery, now: Date): Diagnosis {
  if (refusal.code !== "wrong_signature") return refusal;
  const { source, secrets, others } = endpoint;
  for (const { name, secrets: known } of others)
    if (fits(source, delivery, known, now)) return { code: "other_endpoint", integration: name };
  if (secrets.length === 0) return { code: "no_secret" };
  const blanks = secrets.flatMap((secret) => [secret.trim(), `${secret}\n`, ` ${secret}`, `${secret} `]);
  if (fits(source, delivery, blanks, now)) return { code: "secret_with_blanks" };
  const original = findOriginal(source, delivery, secrets, now);
  return original === null ? refusal : { code: "body_reencoded", how: original.how };
}
