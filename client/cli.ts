#!/usr/bin/env node
import { parseArgs } from "node:util";
import { ActivityClient } from "./activity-client.ts";
import type { Actor, Entity } from "./event.ts";

const USAGE = `Usage: capture <event type> --actor <id> --entity <type:id> [options]

  capture task.completed --actor u_17 --actor-name "Ada" --entity task:42 --entity-name "Update docs"

  --actor <id>             who did it
  --actor-name <name>      their name
  --actor-kind <kind>      user, system, integration or agent
  --entity <type:id>       what it was done to
  --entity-name <name>     its name
  --entity-url <url>       its link
  --reference <text>       its short reference, such as TASK-42
  --metadata <json>        anything more
  --message <text>         the whole sentence
  --timestamp <ISO time>   when it happened
  --important              mark it as important
  --idempotency-key <key>  equal keys are stored once, for ever
  --url, --team, --key     default: ACTIVITY_URL, ACTIVITY_TEAM, ACTIVITY_KEY of the environment
`;

const text = { type: "string" } as const;
const OPTIONS = {
  actor: text,
  "actor-name": text,
  "actor-kind": text,
  entity: text,
  "entity-name": text,
  "entity-url": text,
  reference: text,
  metadata: text,
  message: text,
  timestamp: text,
  important: { type: "boolean" },
  "idempotency-key": text,
  url: text,
  team: text,
  key: text,
  help: { type: "boolean", short: "h" },
} as const;

/** A mistake in the command line; the message names it. */
class UsageError extends Error {}

function required(value: string | undefined, name: string): string {
  if (value === undefined || value === "") throw new UsageError(`${name} is missing`);
  return value;
}

function readMetadata(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    throw new UsageError("--metadata is not JSON");
  }
}

/** Runs the command; gives its exit code: 0 stored, 1 not stored, 2 a mistake in the command line. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help === true) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [eventType, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`“${rest[0]}” is one word too many`);
  const [type = "", ...id] = required(values.entity, "--entity").split(":");
  const actor: Actor = {
    id: required(values.actor, "--actor"),
    ...(values["actor-name"] === undefined ? {} : { name: values["actor-name"] }),
    ...(values["actor-kind"] === undefined ? {} : { kind: values["actor-kind"] as "user" }),
  };
  const entity: Entity = {
    type,
    id: id.join(":"),
    ...(values["entity-name"] === undefined ? {} : { name: values["entity-name"] }),
    ...(values["entity-url"] === undefined ? {} : { url: values["entity-url"] }),
    ...(values.reference === undefined ? {} : { reference: values.reference }),
  };
  if (type === "" || entity.id === "") throw new UsageError("--entity must be of the form type:id");
  const client = new ActivityClient({
    url: required(values.url ?? process.env.ACTIVITY_URL, "--url (or ACTIVITY_URL)"),
    team: required(values.team ?? process.env.ACTIVITY_TEAM, "--team (or ACTIVITY_TEAM)"),
    key: required(values.key ?? process.env.ACTIVITY_KEY, "--key (or ACTIVITY_KEY)"),
    waitMs: 0,
  });
  const stored = await client.captureEvent(
    required(eventType, "the event type"),
    actor,
    entity,
    readMetadata(values.metadata),
    {
      ...(values.message === undefined ? {} : { message: values.message }),
      ...(values.timestamp === undefined ? {} : { timestamp: values.timestamp }),
      ...(values.important === undefined ? {} : { isImportant: values.important }),
      ...(values["idempotency-key"] === undefined ? {} : { idempotencyKey: values["idempotency-key"] }),
    },
  );
  process.stdout.write(`${stored.id}\n`);
  return 0;
}

const isUsage = (error: unknown) =>
  error instanceof UsageError ||
  (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(
    `capture: ${error instanceof Error ? error.message : String(error)}\n${isUsage(error) ? `\n${USAGE}` : ""}`,
  );
  process.exitCode = isUsage(error) ? 2 : 1;
}
