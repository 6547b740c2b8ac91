import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { canSendMail } from "@/auth/mail/send-mail";
import { listSignInProviders } from "@/auth/providers/sign-in-providers";
import { getSessionUser } from "@/auth/session/session";
import { AccountCard } from "@/components/account/account-card";
import { Providers } from "@/components/account/providers";
import { safeCallbackPath } from "@/components/account/safe-callback-path";
import { SignInForm } from "@/components/account/sign-in-form";
import { readCsrfToken } from "../csrf-token";
import { ownOrigin } from "../own-origin";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Sign in", referrer: "same-origin" };

type Search = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** Where a refused plain form wanted to go: next-auth keeps it in a cookie and leaves it out of the address. */
async function readCallbackUrl(search: Search): Promise<string | null> {
  if (search.error === undefined) return null;
  const jar = await cookies();
  return (jar.get("__Host-next-auth.callback-url") ?? jar.get("next-auth.callback-url"))?.value ?? null;
}

/** E-mail and password, and what else the settings allow; whoever is signed in already is led on. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const asked = first(search.callbackUrl) ?? (await readCallbackUrl(search));
  const callbackPath = safeCallbackPath(asked, new URL(await ownOrigin()).host);
  if ((await getSessionUser()) !== null) redirect(callbackPath);
  return (
    <AccountCard title="Sign in" lead="to Live Activity Stream">
      <SignInForm
        callbackPath={callbackPath}
        csrfToken={await readCsrfToken()}
        error={first(search.error) ?? null}
        canMail={canSendMail()}
      />
      <Providers providers={listSignInProviders().map(({ id, name }) => ({ id, name }))} callbackPath={callbackPath} />
    </AccountCard>
  );
}
