"use client";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { callApi, type Fault } from "./call-api";
import { EmailField } from "./email-field";
import { trySignIn } from "./try-sign-in";
import { useCall } from "./use-call";

const answer = z.object({ team: z.string() });

/** Joins a team as who is signed in. */
export function JoinButton({ token, team }: { token: string; team: string }) {
  const { fault, isPending, run } = useCall();
  const [isLeaving, setLeaving] = useState(false);
  const isBusy = isPending || isLeaving;
  const join = async () => {
    const joined = await run(callApi("POST", "/api/invitations", { token }, answer));
    if (joined === null) return;
    setLeaving(true);
    location.assign(`/${joined.team}`);
  };
  return (
    <div className="grid gap-4">
      <Notice>{fault?.message}</Notice>
      <Button look="primary" className="needs-script h-9 w-full" disabled={isBusy} onClick={join}>
        {isBusy ? <Spinner /> : null}
        <span className="min-w-0 truncate">
          Join <bdi>{team}</bdi>
        </span>
      </Button>
      <NoScript />
    </div>
  );
}

/** Joins a team with an account, which is made when there is none, and signs in. `email` is the only address that may, if there is one. */
export function JoinForm({ token, email }: { token: string; email: string | null }) {
  const { fault, isPending, run, setPending } = useCall();
  const errorOf = (field: string) => fault?.issues.find(({ path }) => path[1] === field)?.message;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => String(fields.get(name) ?? "");
    const name = text("name").trim();
    const account = { email: text("email").trim(), password: text("password"), ...(name === "" ? {} : { name }) };
    const joined = await run(callApi("POST", "/api/invitations", { token, account }, answer));
    if (joined === null) return;
    setPending(true);
    const refusal = await trySignIn(account.email, account.password);
    location.assign(refusal === null ? `/${joined.team}` : `/sign-in?callbackUrl=/${joined.team}`);
  };

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <Notice>{fault === null ? null : sayFault(fault)}</Notice>
      <EmailField defaultValue={email ?? undefined} readOnly={email !== null} error={errorOf("email")} />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        hint="Your account’s, or a new one of at least 8 characters."
        error={errorOf("password")}
      />
      <Field label="Your name" name="name" autoComplete="name" hint="For a new account." error={errorOf("name")} />
      <Button type="submit" look="primary" className="needs-script h-9 w-full" disabled={isPending}>
        {isPending ? <Spinner /> : null}
        {isPending ? "Joining…" : "Join"}
      </Button>
      <NoScript />
    </form>
  );
}

function NoScript() {
  return (
    <noscript>
      <p className="text-[12.5px] text-soft">Joining needs JavaScript. The feed itself can be read without.</p>
    </noscript>
  );
}

/** What stands over the form; a field's own fault stands at the field. */
function sayFault({ issues, message }: Fault): string | null {
  return issues.some(({ path }) => path[0] === "account") ? null : message;
}
