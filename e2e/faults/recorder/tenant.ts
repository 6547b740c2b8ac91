import { type ClientRequest, request } from "node:http";
import type { AddedTeam } from "../rig/add-team";
import type { Target } from "../rig/product";
import { send } from "./send";

/** Two teams say the same of the same people and things; only this word, in every text, tells them apart. */
export interface Tenant extends AddedTeam {
  mark: string;
  linkToken: string;
}

/** What a tenant was given that is not its own, or what it was refused though it is. */
export type Breach = string;

const SHARED_WORD = "deploy";

/** Calls of one team that mix with another's: what they give must bear the team's own mark and never the other's. */
export class TenantCalls {
  readonly breaches: Breach[] = [];
  /** Ids of the activities whose storing was acknowledged. */
  readonly stored: string[] = [];
  calls = 0;
  private readonly target: Target;

  constructor(
    private readonly port: number,
    private readonly tenant: Tenant,
    private readonly other: Tenant,
  ) {
    this.target = { port, path: "", credentials: {} };
  }

  /** One call; `n` chooses which. */
  async call(n: number, others: readonly string[]): Promise<void> {
    const { slug, linkToken } = this.tenant;
    const activities = `/api/teams/${slug}/activities`;
    const own = this.stored[n % Math.max(1, this.stored.length)];
    const foreign = others[n % Math.max(1, others.length)];
    const kinds: (() => Promise<void>)[] = [
      () => this.post(n),
      () => this.post(n),
      () => this.get(`${activities}?limit=20`),
      () => this.get(`${activities}?limit=20&q=${SHARED_WORD}`),
      () => this.get(`${activities}?limit=20&actorKey=u_1&type=task.*`),
      () => this.get(`${activities}?limit=20&entity=task:42&source=api`),
      () => (own === undefined ? this.post(n) : this.get(`${activities}/${own}`)),
      () => (foreign === undefined ? this.post(n) : this.refused(`${activities}/${foreign}`, 404)),
      () => this.refused(`/api/teams/${this.other.slug}/activities`, 401),
      () => this.get(`/api/teams/${slug}/people?q=ada`),
      () => this.get(`/api/teams/${slug}/keys`),
      () => this.get(`/api/teams/${slug}/members`),
      () => this.get(`/api/shared/${linkToken}/activities`, {}),
      () => this.get(`/api/teams/${slug}/links`),
    ];
    this.calls += 1;
    await (n % 250 === 249 ? this.page() : kinds[n % kinds.length]?.());
  }

  /** Stores an event; every third with an idempotency key that the other team uses too. */
  private async post(n: number): Promise<void> {
    const { slug, mark } = this.tenant;
    const body = JSON.stringify({
      eventType: n % 2 === 0 ? "task.created" : "task.completed",
      actor: { id: "u_1", name: `Ada ${mark}` },
      entity: { type: "task", id: "42", name: `${SHARED_WORD} ${mark}` },
      metadata: { body: `${SHARED_WORD} ${mark} ${n}` },
    });
    const key: Record<string, string> = n % 3 === 0 ? { "idempotency-key": `key-${n}` } : {};
    const text = await this.expect(201, `/api/teams/${slug}/activities`, this.byKey(key), body);
    const { id }: { id?: string } = text === null ? {} : JSON.parse(text);
    if (id !== undefined) this.stored.push(id);
  }

  private byKey(more: Record<string, string> = {}): Record<string, string> {
    return { authorization: `Bearer ${this.tenant.key}`, ...more };
  }

  private async get(path: string, headers = this.byKey()): Promise<void> {
    await this.expect(200, path, headers);
  }

  /** What is the other team's is not there for this one. */
  private async refused(path: string, status: number): Promise<void> {
    await this.expect(status, path, this.byKey());
  }

  /** The feed's page as a member sees it, and that of the other team, which is none. */
  private async page(): Promise<void> {
    const headers = { cookie: this.tenant.cookie };
    await this.expect(200, `/${this.tenant.slug}`, headers);
    await this.expect(404, `/${this.other.slug}`, headers);
  }

  private async expect(
    status: number,
    path: string,
    headers: Record<string, string>,
    body: string | null = null,
  ): Promise<string | null> {
    const reply = await send(this.target, path, body, headers);
    const told = `${this.tenant.mark}: ${body === null ? "GET" : "POST"} ${path}`;
    if (reply.kind !== "answer" || reply.status !== status) {
      this.breaches.push(`${told} answered ${reply.kind === "answer" ? reply.status : reply.kind}, not ${status}`);
      return null;
    }
    // An answer may repeat the path that was asked for.
    if (!path.includes(this.other.slug)) this.check(told, reply.text);
    return reply.text;
  }

  private check(told: string, text: string): void {
    for (const foreign of [this.other.mark, this.other.id, this.other.key])
      if (text.includes(foreign)) this.breaches.push(`${told} gave the other team's: ${around(text, foreign)}`);
  }

  /** Follows the team's stream until told to stop; gives how many activities came. */
  follow(): { stop(): number } {
    let [text, seen] = ["", 0];
    const call: ClientRequest = request({
      port: this.port,
      host: "127.0.0.1",
      path: `/api/teams/${this.tenant.slug}/activities/stream`,
      headers: this.byKey(),
    });
    call.once("response", (response) => {
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        text += piece;
        seen += piece.split("event: activity\n").length - 1;
        this.check("stream", text);
        text = text.slice(-200);
      });
      response.on("error", () => {});
    });
    call.on("error", () => {}).end();
    return {
      stop: () => {
        call.destroy();
        return seen;
      },
    };
  }
}

function around(text: string, part: string): string {
  const at = text.indexOf(part);
  return JSON.stringify(text.slice(Math.max(0, at - 80), at + 80));
}
