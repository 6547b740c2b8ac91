import { z } from "zod";

const userSchema = z.object({ id: z.int(), login: z.string(), name: z.string().nullish() });
const emailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** What GitHub says of somebody, in the claims of OpenID. */
interface Claims {
  sub: string;
  name: string;
  email?: string;
  email_verified: boolean;
}

async function read(url: string, token: string): Promise<unknown> {
  const response = await fetch(url, {
    headers: {
      authorization: `Bearer ${token}`,
      accept: "application/vnd.github+json",
      "user-agent": "live-activity-stream",
    },
    // The token is for this address and no other.
    redirect: "error",
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`GitHub answered ${response.status} for ${new URL(url).pathname}`);
  return await response.json();
}

/** Who a token of GitHub speaks for, with the primary address, which GitHub has verified or not. Throws when GitHub does not answer. */
export async function readGithubProfile(token: string, api = "https://api.github.com"): Promise<Claims> {
  const [user, emails] = await Promise.all([read(`${api}/user`, token), read(`${api}/user/emails`, token)]);
  const { id, login, name } = userSchema.parse(user);
  const primary = emailsSchema.parse(emails).find((each) => each.primary);
  return {
    sub: String(id),
    name: name || login,
    ...(primary === undefined ? {} : { email: primary.email }),
    email_verified: primary?.verified ?? false,
  };
}
