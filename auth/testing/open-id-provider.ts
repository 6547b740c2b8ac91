import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import Provider from "oidc-provider";

/** Somebody who has an account at the provider. */
export interface ProviderPerson {
  name: string;
  email: string;
  email_verified?: boolean | string;
}

/** A real OpenID provider of tests; whoever comes is signed in there as the person whose turn it is. */
export interface OpenIdProvider {
  readonly issuer: string;
  readonly people: Map<string, ProviderPerson>;
  /** The id of whoever signs in next. */
  turn: string;
  /** Goes to the provider as a browser does, and gives the address it sends the browser back to. */
  visit(url: string, backTo: string): Promise<URL>;
  close(): Promise<void>;
}

export const CLIENT = { id: "feed", secret: "a secret of tests only, 32 characters and more" };

/** Opens a provider that knows our client, with that callback address. */
export async function openIdProvider(callbackUrl: string): Promise<OpenIdProvider> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const people = new Map<string, ProviderPerson>();
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callbackUrl] }],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kty: "RSA", use: "sig", alg: "RS256" }] },
    cookies: { keys: ["of tests only"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...people.get(sub) }),
    }),
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const opened: OpenIdProvider = {
    issuer,
    people,
    turn: "",
    visit: (url, backTo) => visit(url, backTo),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  server.on("request", (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
    void provider.interactionFinished(request, response, { login: { accountId: opened.turn } });
  });
  return opened;
}

/** Follows redirects, with cookies, until one leads to `backTo`. */
async function visit(start: string, backTo: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(start);
  for (let hop = 0; hop < 10; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    if (location === null) throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
    url = new URL(location, url);
    if (url.href.startsWith(backTo)) return url;
  }
  throw new Error("the provider sends the browser round and round");
}
