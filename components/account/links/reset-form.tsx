"use client";
import { type FormEvent, useState } from "react";
import { emptyAnswer } from "../../settings/answers";
import { Button, buttonClass } from "../../ui/button";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { Spinner } from "../../ui/spinner";
import { callApi } from "../call-api";
import { useCall } from "../use-call";

/** Sets a new password by a reset link. `email` is for the browser's password manager. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const [isDone, setDone] = useState(false);
  const { fault, isPending, run } = useCall();
  const passwordError = fault?.issues.find(({ path }) => path[0] === "newPassword")?.message;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const newPassword = String(new FormData(event.currentTarget).get("password"));
    const outcome = await callApi("PUT", "/api/account/reset", { token, newPassword }, emptyAnswer);
    await run(Promise.resolve(outcome));
    setDone(outcome.fault === null);
  };
  if (isDone) {
    return (
      <div role="status" className="grid gap-4">
        <p className="text-soft">Your password is changed, and every device is signed out.</p>
        <a href="/sign-in" className={buttonClass("primary", "h-9 w-full")}>
          Sign in
        </a>
      </div>
    );
  }
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <Notice>{passwordError === undefined ? fault?.message : null}</Notice>
      <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      <Field
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={8}
        required
        autoFocus
        hint={passwordError === undefined ? "At least 8 characters." : undefined}
        error={passwordError}
      />
      <Button type="submit" look="primary" className="needs-script h-9 w-full" disabled={isPending}>
        {isPending ? <Spinner /> : null}
        Set the password
      </Button>
      <noscript>
        <p className="text-[12.5px] text-soft">Choosing a password needs JavaScript.</p>
      </noscript>
    </form>
  );
}
