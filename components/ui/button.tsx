import type { ComponentProps } from "react";

const LOOKS = {
  primary: "border border-transparent bg-accent text-on-accent font-medium hover:brightness-110",
  quiet: "border border-line bg-panel text-soft hover:bg-hover hover:text-ink",
  danger: "border border-line bg-panel text-red hover:bg-hover",
  bare: "text-soft hover:bg-hover hover:text-ink",
} as const;

export type ButtonLook = keyof typeof LOOKS;

/** Class names of a button's look, for links that must look like one. */
export function buttonClass(look: ButtonLook = "quiet", more = ""): string {
  return `inline-flex items-center justify-center gap-1.5 whitespace-nowrap rounded-lg px-2.5 py-[5px] text-[13px] transition-colors disabled:opacity-50 ${LOOKS[look]} ${more}`;
}

/** A button; `look` defaults to quiet and `type` to button. */
export function Button({
  look = "quiet",
  className = "",
  type = "button",
  ...props
}: ComponentProps<"button"> & { look?: ButtonLook }) {
  return <button type={type} className={buttonClass(look, className)} {...props} />;
}
