"use client";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { MailSignIn } from "./links/mail-sign-in";
import { saySignInFault } from "./say-sign-in-fault";
import { SignInFields } from "./sign-in-fields";
import { useSignIn } from "./use-sign-in";

/** What the server knows when it shows the form. */
export interface SignInFormProps {
  /** Where to go afterwards: a path of our own. */
  callbackPath: string;
  /** next-auth's token for a form posted without a script; null until its cookie is set. */
  csrfToken: string | null;
  /** next-auth's error of a form posted without a script. */
  error: string | null;
  /** Whether the server can mail a link. */
  canMail: boolean;
}

/** E-mail and password. Posts to next-auth by itself, and without a script as a plain form. */
export function SignInForm({ callbackPath, csrfToken, error, canMail }: SignInFormProps) {
  const goOn = () => {
    location.assign(callbackPath);
    return null;
  };
  const { fault, isPending, password, submit } = useSignIn(goOn, saySignInFault(error));

  return (
    <form method="post" action="/api/auth/callback/credentials" onSubmit={submit} className="grid gap-4">
      <input type="hidden" name="csrfToken" value={csrfToken ?? ""} />
      <input type="hidden" name="callbackUrl" value={callbackPath} />
      <Notice>{fault}</Notice>
      <SignInFields password={password} />
      <Button type="submit" look="primary" className="h-9 w-full" disabled={isPending}>
        {isPending ? <Spinner /> : null}
        {isPending ? "Signing in…" : "Sign in"}
      </Button>
      {canMail ? <MailSignIn callbackPath={callbackPath} /> : null}
      {csrfToken === null ? (
        <noscript>
          <p className="text-[12.5px] text-soft">
            This browser runs no scripts.{" "}
            <a
              className="text-accent underline"
              href={`/api/auth/signin?callbackUrl=${encodeURIComponent(callbackPath)}`}
            >
              Prepare the form
            </a>{" "}
            before you type.
          </p>
        </noscript>
      ) : null}
    </form>
  );
}
