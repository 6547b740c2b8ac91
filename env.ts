import { z } from "zod";

const optional = z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());

const settings = z.object({
  /** Postgres to use; without one the embedded database in DATA_DIR. */
  DATABASE_URL: optional,
  /** Direct (unpooled) address for migrations and LISTEN; default DATABASE_URL. */
  DATABASE_URL_UNPOOLED: optional,
  /** A replica for pages of the feed; everything that must be newest is read from DATABASE_URL. */
  DATABASE_URL_REPLICA: optional,
  /** Connections of this process for queries, besides the one that listens; the embedded database has one for all. */
  DATABASE_POOL_SIZE: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number().int().min(1).max(1_000).default(10),
  ),
  /** Redis or NATS to ring over in the place of LISTEN and NOTIFY. */
  DOORBELL_URL: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.url({ protocol: /^(rediss?|nats)$/, error: "must be a redis://, rediss:// or nats:// address" }).optional(),
  ),
  /** Forces a driver: `pg` or `neon`; default by the host. */
  DATABASE_DRIVER: z.preprocess((value) => (value === "" ? undefined : value), z.enum(["pg", "neon"]).optional()),
  /** `host:port/path` of a WebSocket relay for the Neon driver, when Postgres is not on Neon itself. */
  NEON_WS_PROXY: optional,
  DATA_DIR: z.string().min(1).default(".data"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address members use, such as https://feed.example; without it the Host header is trusted. */
  NEXTAUTH_URL: z.preprocess((value) => (value === "" ? undefined : value), z.url({ protocol: /^https?$/ }).optional()),
  NEXTAUTH_SECRET: optional,
  SECRETS_KEY: optional,
  /** The mail server, such as smtps://user:password@mail.example; without one no mail is sent. */
  SMTP_URL: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }).optional(),
  ),
  /** Whom mails come from, such as `Feed <feed@mail.example>`. */
  SMTP_FROM: optional,
  GITHUB_ID: optional,
  GITHUB_SECRET: optional,
  GOOGLE_ID: optional,
  GOOGLE_SECRET: optional,
  /** The address below which an OpenID provider has its `.well-known/openid-configuration`. */
  OIDC_ISSUER: z.preprocess((value) => (value === "" ? undefined : value), z.url({ protocol: /^https?$/ }).optional()),
  OIDC_ID: optional,
  OIDC_SECRET: optional,
  /** What its button says. */
  OIDC_NAME: z.preprocess((value) => (value === "" ? undefined : value), z.string().default("single sign-on")),
  /** Addresses and networks whose `X-Forwarded-*` headers are believed by the self-hosted process. */
  TRUSTED_PROXIES: z.preprocess(
    (value) => (typeof value === "string" ? value.split(",").map((part) => part.trim()) : []),
    z.array(z.string()).transform((parts) => parts.filter((part) => part !== "")),
  ),
  /** Who scrapes /api/metrics sends it as a bearer token. */
  METRICS_TOKEN: optional,
  /** `off`: the self-hosted process answers everything through Next's route handlers. */
  LANES: z.preprocess((value) => (value === "" ? undefined : value), z.enum(["on", "off"]).default("on")),
  /** `off`: no page that an activity links to is fetched. */
  LINK_PREVIEWS: z.preprocess((value) => (value === "" ? undefined : value), z.enum(["on", "off"]).default("on")),
  /** Requests per key and minute; null when `off`. */
  RATE_LIMIT: z.preprocess(
    (value) => (value === undefined || value === "" ? 6000 : value),
    z.union([z.literal("off").transform(() => null), z.coerce.number().int().positive()]),
  ),
  /** How long the delivery log of webhooks is kept, days. */
  DELIVERY_RETENTION_DAYS: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number().int().min(1).max(3_650).default(30),
  ),
  /** Set by hosts that end every request after some minutes: streams then end by themselves before. */
  VERCEL: optional,
  AWS_LAMBDA_FUNCTION_NAME: optional,
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  NODE_ENV: z.string().default("development"),
});

/** Settings that are of no use one without the other. */
const TOGETHER = [
  ["SMTP_URL", "SMTP_FROM"],
  ["GITHUB_ID", "GITHUB_SECRET"],
  ["GOOGLE_ID", "GOOGLE_SECRET"],
  ["OIDC_ISSUER", "OIDC_ID", "OIDC_SECRET"],
] as const;

const schema = settings
  .refine((all) => all.DATABASE_URL_REPLICA === undefined || all.DATABASE_URL !== undefined, {
    path: ["DATABASE_URL_REPLICA"],
    message: "needs DATABASE_URL, which it is a copy of",
  })
  // A mail's links must not go by the Host header of whoever asks for it.
  .refine((all) => all.SMTP_URL === undefined || all.NEXTAUTH_URL !== undefined, {
    path: ["SMTP_URL"],
    message: "needs NEXTAUTH_URL, where the links in mails lead",
  })
  .superRefine((all, context) => {
    for (const names of TOGETHER) {
      const missing = names.filter((name) => all[name] === undefined);
      if (missing.length === 0 || missing.length === names.length) continue;
      context.addIssue({
        code: "custom",
        path: [missing.join(", ")],
        message: `is missing: ${names.join(", ")} belong together`,
      });
    }
  });

/** The server's settings. Times and sizes carry their unit in the README's table. */
export type Env = z.infer<typeof schema>;

/** Reads settings from an environment; throws one sentence naming each variable that is wrong. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not usable. ${faults.join("; ")}`);
}

/** The settings of this process: the one place that reads `process.env`. */
export const env: Env = parseEnv(process.env);

// next-auth reads the environment itself: without NEXTAUTH_URL this makes it go by the Host header.
if (env.NEXTAUTH_URL === undefined) process.env.AUTH_TRUST_HOST ??= "true";
