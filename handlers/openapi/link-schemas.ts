import { z } from "zod";
import { newLinkSchema } from "../settings/links";

const instant = z.iso.datetime();
const linkFields = {
  id: z.uuid(),
  name: z.string(),
  filter: z.string().describe("The filter as query parameters"),
  hidesNames: z.boolean(),
  hidesMetadata: z.boolean(),
  headSeq: z.int().describe("The team's newest seq at the moment that the link keeps"),
  expiresAt: instant.nullable(),
};

/** The schemas of shared links, by their names in the document. */
export const LINK_SCHEMAS = {
  NewLink: newLinkSchema,
  CreatedLink: z.strictObject({
    ...linkFields,
    url: z.url().describe("The address to hand on, given this once"),
  }),
  LinkList: z.strictObject({
    items: z.array(
      z.strictObject({
        ...linkFields,
        createdBy: z
          .strictObject({ id: z.uuid(), name: z.string() })
          .nullable()
          .describe("Null for a key, and for somebody whose account is gone"),
        createdAt: instant,
        openings: z.int().describe("Visits, each counted once"),
        lastOpenedAt: instant.nullable(),
      }),
    ),
  }),
} as const;
