import { z } from "zod";
import { accountChangeSchema } from "../account/account";
import { askMagicSchema, askResetSchema, resetSchema } from "../account/links";
import { passwordChangeSchema } from "../account/password";

const instant = z.iso.datetime();

/** The schemas of calls about one's own account. */
export const accountSchemas = {
  Account: z.strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    hasPassword: z.boolean(),
    connections: z
      .array(
        z.strictObject({
          provider: z.enum(["github", "google", "oidc"]),
          name: z.string(),
          isConnected: z.boolean().describe("Whether the account there signs in here"),
        }),
      )
      .describe("The ways to sign in elsewhere that this server offers"),
  }),
  ChangeAccount: accountChangeSchema,
  ChangePassword: passwordChangeSchema,
  AskReset: askResetSchema,
  AskMagic: askMagicSchema,
  Reset: resetSchema,
  Accepted: z.strictObject({ status: z.literal("accepted") }),
  ResetLink: z.strictObject({ url: z.url().describe("Shown this once"), expiresAt: instant }),
  Sessions: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        createdAt: instant,
        lastSeenAt: instant.describe("To the minute"),
        userAgent: z.string().nullable(),
        ip: z.string().nullable(),
        isCurrent: z.boolean().describe("Whether it is the session that asks"),
      }),
    ),
  }),
} as const;
