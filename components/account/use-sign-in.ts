"use client";
import { type FormEvent, type RefObject, useRef, useState } from "react";
import { trySignIn } from "./try-sign-in";

/** What a form with {@link SignInFields} needs to sign in. */
interface SigningIn {
  /** Why it did not work, in words. */
  fault: string | null;
  isPending: boolean;
  password: RefObject<HTMLInputElement | null>;
  submit: (event: FormEvent<HTMLFormElement>) => Promise<void>;
}

/** Signs in by a form's e-mail and password. `onSignedIn` goes on from there, or gives a sentence on why it cannot. */
export function useSignIn(
  onSignedIn: () => Promise<string | null> | string | null,
  before: string | null = null,
): SigningIn {
  const [fault, setFault] = useState(before);
  const [isPending, setPending] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setFault(null);
    const refusal = await trySignIn(String(form.get("email")), String(form.get("password")));
    const why = refusal ?? (await onSignedIn());
    if (why === null) return;
    setPending(false);
    setFault(why);
    password.current?.select();
  };
  return { fault, isPending, password, submit };
}
