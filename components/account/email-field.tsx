import type { ComponentProps } from "react";
import { Field } from "../ui/field";

/** The e-mail address of an account, as browsers and password managers know the field. */
export function EmailField(props: Omit<ComponentProps<typeof Field>, "label" | "name" | "type">) {
  return (
    <Field label="E-mail" name="email" type="email" autoComplete="username" autoCapitalize="none" required {...props} />
  );
}
