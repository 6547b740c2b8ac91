import { z } from "zod";
import type { TestCall, TestServer, TestTeam } from "./test-server";

/** What the API says of a thing that it made, as far as tests need it. */
const madeSchema = z.object({
  id: z.string().default(""),
  url: z.string().default(""),
  slug: z.string().default(""),
  atomUrl: z.string().default(""),
});
export type MadeThing = z.infer<typeof madeSchema>;

/** The secret part of an address. */
export function tokenOf(url: string): string {
  return new URL(url).pathname.split("/").find((part) => part.length > 20) ?? "";
}

/** Makes things of a team through the API, by its owner. */
export class Made {
  private shared: Promise<MadeThing> | null = null;

  constructor(
    private readonly server: TestServer,
    private readonly team: TestTeam,
    private readonly owner: TestCall,
  ) {}

  /** One call of the owner; throws unless it succeeds. `path` begins after the team. */
  async call(method: string, path: string, json?: unknown): Promise<MadeThing> {
    const answer = await this.server.call(method, `/api/teams/${this.team.slug}${path}`, { ...this.owner, json });
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    return madeSchema.parse(answer.body ?? {});
  }

  key = () => this.call("POST", "/keys", { name: "Key", scopes: ["read"] });
  link = () => this.call("POST", "/links", { name: "Link" });
  feed = () => this.call("POST", "/feeds", { name: `Feed ${crypto.randomUUID()}`, filter: "type=task.*" });
  view = () => this.call("POST", "/views", { name: "View", filter: "type=task.*", isTeams: true });
  reader = () => this.call("POST", "/reader-tokens", {});
  invitation = () => this.call("POST", "/invitations", { role: "viewer" });
  integration = () => this.call("POST", "/integrations", { provider: "github", name: "GitHub" });

  /** Ends a thing, so that it can be restored; gives its id. `path` begins after the team. */
  async ended(path: string, make: () => Promise<{ id: string }>): Promise<{ id: string }> {
    const { id } = await make();
    await this.call("DELETE", `${path}/${id}`);
    return { id };
  }

  /** One feed reader for many calls: a person may have twenty. */
  anyReader(): Promise<MadeThing> {
    this.shared ??= this.reader();
    return this.shared;
  }

  /** An integration with a delivery of its own in the log. */
  async delivery(): Promise<{ id: string; delivery: string }> {
    const { id } = await this.integration();
    return { id, delivery: (await this.call("POST", `/integrations/${id}/test`, {})).id };
  }
}
