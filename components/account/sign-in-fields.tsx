import type { Ref } from "react";
import { Field } from "../ui/field";
import { EmailField } from "./email-field";

/** E-mail and password. With a known `email` the password has the focus, and a forgotten one is seen to in a window of its own. */
export function SignInFields({ email, password }: { email?: string; password: Ref<HTMLInputElement> }) {
  const isKnown = email !== undefined;
  return (
    <>
      <EmailField autoFocus={!isKnown} defaultValue={email} />
      <div>
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          autoFocus={isKnown}
          ref={password}
        />
        <p className="mt-0.5 text-right text-[12.5px]">
          <a
            href="/reset"
            target={isKnown ? "_blank" : undefined}
            className="-mb-1 inline-block py-1 text-accent hover:underline"
          >
            Forgot your password?
          </a>
        </p>
      </div>
    </>
  );
}
