"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { emptyAnswer } from "../../settings/answers";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { callApi } from "../call-api";
import { useCall } from "../use-call";

/** Another password, for who knows the current one. */
export function PasswordForm({ email }: { email: string }) {
  const router = useRouter();
  const [isDone, setDone] = useState(false);
  const { fault, isPending, run } = useCall();
  const errorOf = (field: string) => fault?.issues.find(({ path }) => path[0] === field)?.message;
  const [currentError, newError] = [errorOf("currentPassword"), errorOf("newPassword")];
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const body = { currentPassword: String(fields.get("current")), newPassword: String(fields.get("new")) };
    setDone(false);
    const outcome = await callApi("PUT", "/api/account/password", body, emptyAnswer);
    await run(Promise.resolve(outcome));
    if (outcome.fault !== null) return;
    setDone(true);
    form.reset();
    router.refresh();
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label="Current password"
          name="current"
          type="password"
          autoComplete="current-password"
          required
          error={currentError}
        />
        <Field
          label="New password"
          name="new"
          type="password"
          autoComplete="new-password"
          minLength={8}
          required
          hint={newError === undefined ? "At least 8 characters." : undefined}
          error={newError}
        />
      </div>
      <Notice>{currentError === undefined && newError === undefined ? fault?.message : null}</Notice>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" className="needs-script h-8 px-3" disabled={isPending}>
          Change password
        </Button>
        <span role="status" className="text-[13px] text-soft">
          {isDone ? "Changed. Every other device is signed out." : null}
        </span>
      </div>
    </form>
  );
}
