"use client";
import { useTheme } from "next-themes";
import { useId } from "react";
import { Monitor, Moon, Sun } from "./icons";
import { useHydrated } from "./use-hydrated";

const THEMES = [
  { name: "light", label: "Light", Icon: Sun },
  { name: "system", label: "Same as the system", Icon: Monitor },
  { name: "dark", label: "Dark", Icon: Moon },
] as const;

/** Light, system or dark: three radio buttons. Hidden without a script, where the system decides. */
export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  const group = useId();
  const current = useHydrated() ? theme : undefined;
  return (
    <fieldset className="needs-script inline-flex w-max rounded-lg border border-line bg-panel p-0.5">
      <legend className="sr-only">Colours</legend>
      {THEMES.map(({ name, label, Icon }) => (
        <label
          key={name}
          title={label}
          className="grid h-6 w-7 place-items-center rounded-md text-faint hover:text-ink has-checked:bg-hover has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={group}
            className="sr-only"
            checked={current === name}
            onChange={() => setTheme(name)}
            aria-label={label}
          />
          <Icon className="size-3.5" />
        </label>
      ))}
    </fieldset>
  );
}
