import { createHmac, randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import type { Account } from "./api";

/** An integration as the API made it. */
export interface Hook {
  id: string;
  /** Its address, and the secret its sender signs with. */
  url: string;
  secret: string;
}

/** Makes a GitHub integration of the account's team; `request` is signed in. */
export async function createHook(request: APIRequestContext, { server, team }: Account, name: string): Promise<Hook> {
  const answer = await request.post(`${server.origin}/api/teams/${team}/integrations`, {
    headers: { origin: server.origin },
    data: { provider: "github", name },
  });
  if (answer.status() !== 201)
    throw new Error(`an integration was answered ${answer.status()}: ${await answer.text()}`);
  return await answer.json();
}

/** Delivers a star of a repository as GitHub does; `secret` may be a wrong one. */
export async function deliver(
  hook: Hook,
  repository: string,
  { secret = hook.secret, id = randomUUID(), rewrite = (body: string) => body } = {},
): Promise<Response> {
  const body = JSON.stringify({
    action: "created",
    sender: { login: "marta" },
    repository: { full_name: repository, html_url: `https://github.com/${repository}` },
  });
  return await fetch(hook.url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-github-event": "star",
      "x-github-delivery": id,
      "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
    },
    body: rewrite(body),
  });
}
