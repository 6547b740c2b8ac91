import { z } from "zod";
import { MAIL_FAULTS } from "@/auth/mail/mail-invitation";
import { ROLES } from "@/db/schema";
import { acceptInvitationSchema } from "../team/accept-invitation";
import { newTeamSchema } from "../team/create-team";
import { newInvitationSchema } from "../team/invitations";
import { changeMemberSchema, transferSchema } from "../team/members";
import { changeTeamSchema } from "../team/team-settings";

const instant = z.iso.datetime();
const role = z.enum(ROLES);
const invitationFields = { id: z.uuid(), role, email: z.string().nullable(), expiresAt: instant };

/** The schemas of calls about teams and the people in them. */
export const peopleSchemas = {
  TeamAnswer: z.strictObject({ team: z.string().describe("The team's slug, the first part of its address") }),
  NewTeam: newTeamSchema,
  TeamSettings: z.strictObject({
    name: z.string(),
    slug: z.string(),
    timeZone: z.string().describe("An IANA name: where the team's days begin"),
    aliases: z.array(z.string()).describe("Slugs it had before, which still lead to it"),
  }),
  ChangeTeam: changeTeamSchema,
  MemberList: z.strictObject({
    items: z.array(
      z.strictObject({ id: z.uuid(), name: z.string(), email: z.string().nullable(), role, joinedAt: instant }),
    ),
  }),
  ChangeMember: changeMemberSchema,
  ChangedMember: z.strictObject({ id: z.uuid(), name: z.string(), role }),
  TransferTeam: transferSchema,
  NewInvitation: newInvitationSchema,
  InvitationList: z.strictObject({
    items: z.array(
      z.strictObject({
        ...invitationFields,
        createdAt: instant,
        mailedAt: instant.nullable().describe("When its mail went; null: it was not mailed"),
        invitedBy: z.string().nullable().describe("Null: a key"),
      }),
    ),
  }),
  CreatedInvitation: z.strictObject({
    ...invitationFields,
    url: z.url().describe("The link, shown this once"),
    mailed: z.boolean().describe("Whether a mail server took a mail with the link"),
    mailFault: z
      .enum(MAIL_FAULTS)
      .nullable()
      .describe("Why an invitation for an address was not mailed, which stands all the same; else null"),
  }),
  AcceptInvitation: acceptInvitationSchema,
} as const;
