"use client";
import { type FormEvent, useRef } from "react";
import { z } from "zod";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { callApi, type Fault } from "./call-api";
import { EmailField } from "./email-field";
import { keepNewKey } from "./new-key";
import { trySignIn } from "./try-sign-in";
import { useCall } from "./use-call";

const answer = z.object({ team: z.string(), key: z.string() });

/** The first account and team. Afterwards the visitor is signed in, and the new key goes with them to the feed. */
export function SetupForm({ token }: { token: string }) {
  const { fault, isPending, run, setPending } = useCall();
  const form = useRef<HTMLFormElement>(null);
  const errors = fieldErrors(fault);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => String(fields.get(name) ?? "");
    const body = {
      token,
      name: text("name").trim(),
      email: text("email").trim(),
      password: text("password"),
      teamName: text("teamName").trim(),
    };
    const made = await run(callApi("POST", "/api/setup", body, answer));
    if (made === null) return focusFirstInvalid(form);
    keepNewKey(made.team, made.key);
    setPending(true);
    const refusal = await trySignIn(body.email, body.password);
    location.assign(refusal === null ? `/${made.team}` : `/sign-in?callbackUrl=/${made.team}`);
  };

  return (
    <form ref={form} method="post" onSubmit={submit} className="grid gap-4">
      <Notice>{fault !== null && errors.size === 0 ? sayRefusal(fault) : null}</Notice>
      <Field label="Your name" name="name" autoComplete="name" required autoFocus error={errors.get("name")} />
      <EmailField error={errors.get("email")} />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint={errors.has("password") ? undefined : "At least 8 characters."}
        error={errors.get("password")}
      />
      <Field
        label="Team"
        name="teamName"
        autoComplete="organization"
        placeholder="Acme Platform"
        required
        error={errors.get("teamName")}
      />
      <Button type="submit" look="primary" className="needs-script h-9 w-full" disabled={isPending}>
        {isPending ? <Spinner /> : null}
        {isPending ? "Setting up…" : "Create account and team"}
      </Button>
      <noscript>
        <p className="text-[12.5px] text-soft">Setting up needs JavaScript. The feed itself can be read without.</p>
      </noscript>
    </form>
  );
}

const FIELDS = new Set(["name", "email", "password", "teamName"]);

/** The first message for each field of the form. */
function fieldErrors(fault: Fault | null): Map<string, string> {
  const errors = new Map<string, string>();
  for (const { path, message } of fault?.issues ?? []) {
    const field = String(path[0]);
    if (FIELDS.has(field) && !errors.has(field)) errors.set(field, sentence(message));
  }
  return errors;
}

/** The API says "must be at least 8 characters"; under a field that is a sentence. */
function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

function sayRefusal({ status, message }: Fault): string {
  const isLink = status === 401 || status === 403 || status === 404 || status === 409;
  return isLink ? "This set-up link is not valid any more. Open the newest one that the server printed." : message;
}

function focusFirstInvalid(form: { current: HTMLFormElement | null }) {
  // The errors are drawn by the render that this event causes; the frame after it has them.
  requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}
