import type { User } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { env } from "@/env";
import { readGithubProfile } from "./github-profile";

declare module "next-auth" {
  interface User {
    /** The address, in lower case, when the provider says that it has verified it. */
    verifiedEmail?: string | null;
  }
}

const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().nullish().catch(null),
  email: z.string().nullish().catch(null),
  // Nothing but true counts: some providers leave it out, some say "false" in words.
  email_verified: z.literal(true).optional().catch(undefined),
});

/** What a provider said of somebody, as next-auth hands it on. */
export function toForeignUser(claims: unknown): User {
  const { sub, name, email, email_verified: isVerified } = claimsSchema.parse(claims);
  const verifiedEmail = isVerified === true && email ? email.trim().toLowerCase() : null;
  return { id: sub, name: name ?? null, email: null, sessionVersion: 0, verifiedEmail };
}

const subjectSchema = z.looseObject({ sub: z.string() });

/** The claims of an id_token whose seal, issuer, audience and nonce openid-client has checked. */
function claimsOf(idToken: string | undefined): z.infer<typeof subjectSchema> {
  const payload = Buffer.from(idToken?.split(".")[1] ?? "", "base64url").toString("utf8");
  return subjectSchema.parse(JSON.parse(payload));
}

const withoutSlash = (url: string) => url.replace(/\/$/, "");

/** OpenID Connect Discovery, section 4.3: metadata that names another issuer than the one they were asked for must not be used. */
function assertIssuer(named: string, configured: string): void {
  if (withoutSlash(named) !== withoutSlash(configured)) throw new Error(`the provider calls itself ${named}`);
}

/** An OpenID provider, found by its issuer. */
function openIdProvider(
  provider: Pick<OAuthConfig<unknown>, "id" | "name" | "clientId" | "clientSecret"> & { issuer: string },
): OAuthConfig<unknown> {
  return {
    ...provider,
    type: "oauth",
    wellKnown: `${withoutSlash(provider.issuer)}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    userinfo: {
      // Many providers keep the address out of the id_token and tell it at their userinfo endpoint.
      request: async ({ client, tokens }) => {
        assertIssuer(client.issuer.metadata.issuer, provider.issuer);
        const claims = claimsOf(tokens.id_token);
        if (client.issuer.metadata.userinfo_endpoint === undefined || tokens.access_token === undefined) return claims;
        const more = await client.userinfo(tokens.access_token);
        // OpenID Connect Core, section 5.3.2: another subject's answer must not be used.
        if (more.sub !== claims.sub) throw new Error("the userinfo endpoint answered for somebody else");
        return { ...claims, ...more };
      },
    },
    profile: toForeignUser,
  };
}

/** GitHub speaks OAuth 2 only, and tells addresses at an endpoint of their own. */
function githubProvider(clientId: string, clientSecret: string): OAuthConfig<unknown> {
  return {
    id: "github",
    name: "GitHub",
    type: "oauth",
    clientId,
    clientSecret,
    authorization: "https://github.com/login/oauth/authorize?scope=read:user+user:email",
    token: "https://github.com/login/oauth/access_token",
    checks: ["pkce", "state"],
    userinfo: { request: async ({ tokens }) => ({ ...(await readGithubProfile(tokens.access_token ?? "")) }) },
    profile: toForeignUser,
  };
}

/** The providers whose settings are there, as next-auth takes them. */
export function oauthProviders(): OAuthConfig<unknown>[] {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET, OIDC_ISSUER, OIDC_ID, OIDC_SECRET, OIDC_NAME } = env;
  const providers: OAuthConfig<unknown>[] = [];
  if (GITHUB_ID !== undefined && GITHUB_SECRET !== undefined) {
    providers.push(githubProvider(GITHUB_ID, GITHUB_SECRET));
  }
  const openId = (id: string, name: string, issuer?: string, clientId?: string, clientSecret?: string) => {
    if (issuer === undefined || clientId === undefined || clientSecret === undefined) return;
    providers.push(openIdProvider({ id, name, issuer, clientId, clientSecret }));
  };
  if (GOOGLE_ID !== undefined) openId("google", "Google", "https://accounts.google.com", GOOGLE_ID, GOOGLE_SECRET);
  openId("oidc", OIDC_NAME, OIDC_ISSUER, OIDC_ID, OIDC_SECRET);
  return providers;
}
