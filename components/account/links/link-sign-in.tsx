"use client";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { Spinner } from "../../ui/spinner";

interface LinkSignInProps {
  token: string;
  /** Where to go afterwards: a path of our own. */
  callbackPath: string;
  /** next-auth's token for a form posted without a script; null until its cookie is set. */
  csrfToken: string | null;
}

/** Uses a sign-in link up, by a click: programs that look into mails only open links. */
export function LinkSignIn({ token, callbackPath, csrfToken }: LinkSignInProps) {
  const [isRefused, setRefused] = useState(false);
  const [isPending, setPending] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setPending(true);
    const result = await signIn("link", { redirect: false, token }).catch(() => null);
    if (result?.ok) return location.assign(callbackPath);
    setPending(false);
    setRefused(true);
  };
  return (
    <form method="post" action="/api/auth/callback/link" onSubmit={submit} className="grid gap-4">
      <input type="hidden" name="csrfToken" value={csrfToken ?? ""} />
      <input type="hidden" name="callbackUrl" value={callbackPath} />
      <input type="hidden" name="token" value={token} />
      <Notice>{isRefused ? "This link does not work any more. Ask for a new one." : null}</Notice>
      <Button type="submit" look="primary" autoFocus className="h-9 w-full" disabled={isPending}>
        {isPending ? <Spinner /> : null}
        {isPending ? "Signing in…" : "Sign in"}
      </Button>
      {csrfToken === null ? (
        <noscript>
          <p className="text-[12.5px] text-soft">Signing in by a link needs JavaScript.</p>
        </noscript>
      ) : null}
    </form>
  );
}
