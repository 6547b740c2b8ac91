import { z } from "zod";
import { activityPageSchema, activitySchema } from "@/activity/activity";
import { deliveryPageSchema, deliverySchema } from "@/activity/delivery";
import { dryRunSchema, reprojectionSchema } from "@/activity/dry-run";
import { actorSchema, entitySchema, eventSchema } from "@/activity/event-schema";
import { foldSchema } from "@/activity/fold/fold-schema";
import { genericConfigSchema } from "@/activity/generic/generic-config";
import { ACTOR_KINDS } from "@/activity/kinds";
import { linkPreviewListSchema, linkPreviewSchema } from "@/activity/link-preview";
import { changeSchema, streamMessageSchema } from "@/activity/wire-schema";
import { SCOPES } from "@/auth/keys/issue-key";
import { setupSchema } from "@/auth/setup";
import { PROBLEMS } from "../problem";
import { changeIntegrationSchema, newIntegrationSchema, rotateSecretSchema } from "../settings/integration-requests";
import { newKeySchema, rotateKeySchema } from "../settings/keys";
import { dryRunRequestSchema, reprojectRequestSchema } from "../webhooks/time-machine";
import { accountSchemas } from "./account-schemas";
import { FEED_SCHEMAS } from "./feed-schemas";
import { LINK_SCHEMAS } from "./link-schemas";
import { MARK_SCHEMAS } from "./mark-schemas";
import { peopleSchemas } from "./people-schemas";
import { VIEW_SCHEMAS } from "./view-schemas";

const instant = z.iso.datetime();
const code = z.enum(Object.keys(PROBLEMS)).describe("Stable; what a program should look at");

const issueSchema = z.strictObject({
  path: z
    .array(z.union([z.string(), z.number()]))
    .describe("Where: into the body or the item, or the name of a query parameter or header"),
  message: z.string(),
});

const problemSchema = z.strictObject({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int().min(400).max(599),
  code,
  detail: z.string(),
  issues: z.array(issueSchema).optional().describe("Every fault of the request that was found"),
  requestId: z.uuid().optional().describe("Names the entry in the server's log"),
});

const storedSchema = z.strictObject({ status: z.literal(201), activity: activitySchema });
const refusedSchema = z.strictObject({ status: z.literal(422), code, issues: z.array(issueSchema) });

const keyFields = {
  id: z.uuid(),
  name: z.string(),
  prefix: z.string().describe("The first characters of the key, to recognise it by"),
  scopes: z.array(z.enum(SCOPES)),
};
const previousUntil = instant.nullable().describe("Until when the secret before it still counts; null: not any more");
const integrationFields = {
  id: z.uuid(),
  provider: z.string(),
  name: z.string(),
  url: z.url().describe("Where the sender posts to"),
  config: genericConfigSchema.nullable().describe("The team's own settings; null where the provider takes none"),
};
const integrationSetup = {
  label: z.string().describe("What people call the sender"),
  setup: z
    .strictObject({
      menu: z.array(z.string()).describe("The sender's own menu, step by step"),
      secretFrom: z.enum(["us", "sender"]).describe("Who makes up the secret"),
      secretName: z.string(),
      hint: z.string().optional(),
      first: z.string().optional().describe("What makes the sender send its first delivery"),
      docsUrl: z.url(),
    })
    .describe("What to enter where at the sender"),
};

const healthSchema = z.strictObject({
  status: z.enum(["ok", "unavailable"]),
  database: z.strictObject({
    status: z.enum(["ok", "away"]),
    driver: z.enum(["embedded", "pg", "neon"]).nullable(),
    reason: z.string().nullable(),
    replica: z
      .strictObject({
        status: z.enum(["ok", "behind", "away"]),
        reason: z.string().nullable(),
        since: instant,
      })
      .nullable()
      .describe("`DATABASE_URL_REPLICA` as it was last found; pages come from the primary unless it is `ok`"),
  }),
  listener: z
    .strictObject({
      state: z.enum(["idle", "live", "polling", "degraded"]),
      reason: z.string().nullable(),
      since: instant,
      doorbell: z
        .strictObject({
          via: z.enum(["postgres", "redis", "nats"]).nullable(),
          status: z.enum(["untested", "ok", "not_delivered"]),
          reason: z.string().nullable(),
          since: instant,
        })
        .describe("Whether a doorbell that this server rings comes back to it; known soon after its start"),
    })
    .describe("How live events travel at this moment; `idle` while nobody is connected"),
  version: z.string(),
});

const attribute = z.string().min(1);
const cloudEventSchema = z
  .looseObject({
    specversion: attribute.regex(/^1\.\d+$/),
    id: attribute,
    source: attribute.describe("A URI reference: what the event comes from"),
    type: attribute.describe("Such as `com.example.order.shipped`"),
    subject: z.string().nullable().optional().describe("What it is about, within its source"),
    time: z.string().nullable().optional().describe("When it happened, RFC 3339"),
    dataschema: z.string().nullable().optional(),
    datacontenttype: z.string().nullable().optional(),
    data: z.unknown().optional(),
    data_base64: z.string().nullable().optional().describe("In the place of `data`: bytes"),
  })
  .describe("An event of CloudEvents 1.0 in its JSON format; further attributes are extensions");

/** Every schema of the document by its name there. */
const SCHEMAS = {
  Event: eventSchema,
  Actor: actorSchema,
  Entity: entitySchema,
  Events: z.array(eventSchema).min(1).max(1_000),
  CloudEvent: cloudEventSchema,
  CloudEvents: z.array(cloudEventSchema).max(1_000),
  Activity: activitySchema,
  ActivityPage: activityPageSchema,
  Fold: foldSchema,
  LinkPreview: linkPreviewSchema,
  LinkPreviewList: linkPreviewListSchema,
  BatchAnswer: z.strictObject({
    results: z.array(z.union([storedSchema, refusedSchema])).describe("One an item, in the order of the request"),
  }),
  Change: changeSchema,
  StreamMessage: streamMessageSchema,
  DeliveryAnswer: z.strictObject({ status: z.enum(["stored", "duplicate"]), activityIds: z.array(z.uuid()) }),
  Delivery: deliverySchema,
  DeliveryPage: deliveryPageSchema,
  KeptDelivery: z.object({
    ...deliverySchema.shape,
    headers: z.record(z.string(), z.string()).nullable().describe("Secrets taken out; null when nothing was kept"),
    body: z.string().nullable().describe("The raw body, read as UTF-8"),
  }),
  DryRunRequest: dryRunRequestSchema,
  DryRun: dryRunSchema,
  ReprojectRequest: reprojectRequestSchema,
  Reprojection: reprojectionSchema,
  RotateSecret: rotateSecretSchema,
  RotatedSecret: z.strictObject({ id: z.uuid(), secret: z.string().describe("Shown this once") }),
  NewKey: newKeySchema,
  KeyList: z.strictObject({
    items: z.array(z.strictObject({ ...keyFields, createdAt: instant, lastUsedAt: instant.nullable(), previousUntil })),
  }),
  ...FEED_SCHEMAS,
  RotateKey: rotateKeySchema,
  RotatedKey: z.strictObject({
    ...keyFields,
    key: z.string().describe("The new secret, shown this once"),
    previousUntil,
  }),
  IssuedKey: z.strictObject({ ...keyFields, key: z.string().describe("The key itself, shown this once") }),
  ...LINK_SCHEMAS,
  ...VIEW_SCHEMAS,
  ...MARK_SCHEMAS,
  NewIntegration: newIntegrationSchema,
  IntegrationList: z.strictObject({
    items: z.array(z.strictObject({ ...integrationFields, createdAt: instant })),
  }),
  CreatedIntegration: z.strictObject({
    ...integrationFields,
    ...integrationSetup,
    secret: z
      .string()
      .nullable()
      .describe("What the sender signs with, shown this once; null while only the sender knows it"),
  }),
  ChangeIntegration: changeIntegrationSchema,
  Integration: z.strictObject({ ...integrationFields, ...integrationSetup, createdAt: instant }),
  GenericConfig: genericConfigSchema,
  People: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        key: z.string().describe("The actor id that was posted"),
        name: z.string(),
        kind: z.enum(ACTOR_KINDS),
        avatarUrl: z.string().nullable(),
      }),
    ),
  }),
  Setup: setupSchema,
  SetupAnswer: z.strictObject({ team: z.string(), key: z.string().describe("The first API key, shown this once") }),
  ...peopleSchemas,
  Health: healthSchema,
  Problem: problemSchema,
  ...accountSchemas,
} as const;

/** The name of a schema of the document. */
export type SchemaName = keyof typeof SCHEMAS;

/** The schemas as JSON Schema 2020-12, referring to each other as components. */
export function toComponents(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    target: "draft-2020-12",
    unrepresentable: "any",
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [id, schema]),
  );
}
