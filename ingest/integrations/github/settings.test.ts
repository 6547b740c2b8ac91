import { describe, it } from "vitest";
import { expectSentence, home, marta, ofOrganization, priya, repository, type Sentence } from "./testing/sentences";

const ruleset = { id: 1, name: "Protect main", enforcement: "active", _links: { html: { href: `${home}/rules/1` } } };
const item = { id: 11, content_type: "PullRequest", project_node_id: "PVT_1" };
const field_value = { field_name: "Status", project_number: 3, from: { name: "Todo" }, to: { name: "In Progress" } };
const token = { id: 1, token_name: "deploy", owner: priya };
const tier = (name: string) => ({ name });
const status = (of: string) => ({ secret_scanning: { status: of } });

const SENTENCES: Sentence[] = [
  [
    "branch_protection_rule.edited",
    {
      rule: { id: 1, name: "main", required_approving_review_count: 1 },
      changes: { required_approving_review_count: { from: 2 } },
    },
    "! marta changed the number of required approvals of branch protection rule main from 2 to 1 in acme/web",
  ],
  ["branch_protection_configuration.disabled", {}, "! marta turned off branch protection for acme/web"],
  [
    "repository_ruleset.edited",
    { repository_ruleset: { ...ruleset, enforcement: "disabled" }, changes: { enforcement: { from: "active" } } },
    "! marta changed the enforcement of repository ruleset Protect main from active to disabled in acme/web",
  ],
  [
    "label.edited",
    { label: { id: 1, name: "defect" }, changes: { name: { from: "bug" } } },
    "marta renamed label bug to defect in acme/web",
  ],
  [
    "milestone.edited",
    { milestone: { id: 1, number: 1, title: "v2", due_on: "2026-12-01" }, changes: { due_on: { from: "2026-11-01" } } },
    "marta changed the due date of milestone v2 from 2026-11-01 to 2026-12-01 in acme/web",
  ],
  [
    "custom_property_values.updated",
    {
      old_property_values: [{ property_name: "stage", value: "beta" }],
      new_property_values: [{ property_name: "stage", value: "production" }],
    },
    "marta changed the custom property stage of acme/web from beta to production",
  ],
  [
    "custom_property.created",
    { ...ofOrganization, definition: { property_name: "stage", value_type: "string" } },
    "marta created custom property stage in acme",
  ],
  [
    "security_and_analysis",
    {
      repository: { ...repository, security_and_analysis: status("disabled") },
      changes: { from: { security_and_analysis: status("enabled") } },
    },
    "! marta turned off secret scanning for acme/web",
  ],
  [
    "projects_v2_item.edited",
    { ...ofOrganization, projects_v2_item: item, changes: { field_value } },
    "marta changed Status of a pull request from Todo to In Progress in project #3 of acme",
  ],
  [
    "projects_v2_item.edited",
    {
      repository: undefined,
      organization: ofOrganization.organization,
      projects_v2_item: item,
      changes: { field_value: { ...field_value, from: null, to: 5 } },
    },
    "marta set Status of a pull request to 5 in project #3 of acme",
  ],
  [
    "projects_v2.closed",
    { ...ofOrganization, projects_v2: { id: 1, number: 3, title: "Roadmap" } },
    "marta closed project Roadmap in acme",
  ],
  [
    "projects_v2_status_update.created",
    { ...ofOrganization, projects_v2_status_update: { id: 1, status: "OFF_TRACK", body: "Late" } },
    "! marta reported that a project of acme is off track, in a status update",
  ],
  [
    "personal_access_token_request.created",
    { ...ofOrganization, personal_access_token_request: { ...token, owner: marta } },
    "marta asked for access of personal access token deploy to acme",
  ],
  [
    "personal_access_token_request.approved",
    { ...ofOrganization, personal_access_token_request: token },
    "marta approved the access of personal access token deploy of priya to acme",
  ],
  [
    "installation_target.renamed",
    {
      repository: undefined,
      account: { id: 9, login: "acme", html_url: "https://github.com/acme" },
      target_type: "Organization",
      changes: { login: { from: "acme-inc" } },
    },
    "marta renamed organization acme-inc to acme",
  ],
  [
    "member.edited",
    { member: priya, changes: { permission: { from: "write", to: "admin" } } },
    "marta changed the permission of priya in acme/web from write to admin",
  ],
  [
    "organization.member_added",
    { ...ofOrganization, membership: { user: priya, role: "admin" } },
    "! marta added priya to acme as an owner",
  ],
  [
    "team.edited",
    {
      organization: ofOrganization.organization,
      team: { id: 1, name: "ops", permission: "admin" },
      changes: { repository: { permissions: { from: { pull: true } } } },
    },
    "marta changed the permission of team ops in acme/web from pull to admin",
  ],
  [
    "sponsorship.tier_changed",
    {
      repository: undefined,
      sponsorship: { sponsorable: priya, tier: tier("$10 a month") },
      changes: { tier: { from: tier("$5 a month") } },
    },
    "marta changed their sponsorship of priya from $5 a month to $10 a month",
  ],
  [
    "marketplace_purchase.changed",
    {
      marketplace_purchase: { plan: { id: 2, name: "Pro" } },
      previous_marketplace_purchase: { plan: { name: "Basic" } },
    },
    "marta changed from Basic to Pro",
  ],
];

describe("sentences", () => {
  it.each(SENTENCES)("%s %#", expectSentence);
});
