"use client";
import { type ReactNode, useId, useState } from "react";
import { Button } from "../../ui/button";
import { desktopChoice, soundChoice, spokenChoice } from "./choices";
import { askPermission, usePermission } from "./desktop/permission";
import { playTone } from "./desktop/play-tone";
import { showNotification } from "./desktop/show-notification";

const FIRST = {
  title: "Notifications are on",
  body: "You will be told of important activity and of mentions of you while you look elsewhere.",
};
const BLOCKED =
  "This browser blocks them for this site. Allow notifications in its site settings, beside the address, then switch them on here.";

/** One choice, with what it means beneath it. */
function Choice(props: {
  label: string;
  isOn: boolean;
  isDisabled?: boolean;
  onChange: (isOn: boolean) => void;
  hint: ReactNode;
  children?: ReactNode;
}) {
  const { label, isOn, isDisabled = false, onChange, hint, children } = props;
  const id = useId();
  return (
    <div className="grid gap-0.5">
      <div className="flex min-h-7 items-center justify-between gap-3">
        <label className="flex min-w-0 flex-1 items-center gap-2.5 py-1 font-medium has-disabled:cursor-default has-disabled:opacity-60">
          <input
            type="checkbox"
            checked={isOn}
            disabled={isDisabled}
            onChange={(event) => onChange(event.target.checked)}
            aria-describedby={id}
            className="size-4 shrink-0 accent-(--accent)"
          />
          {label}
        </label>
        {children}
      </div>
      <div id={id} className="pl-[26px] text-[12.5px] text-faint">
        {hint}
      </div>
    </div>
  );
}

/** Switches notifications on, with the browser's permission, which is asked for by this click alone. */
function DesktopChoice() {
  const [isChosen, choose] = desktopChoice.use();
  const permission = usePermission();
  const [fault, setFault] = useState<string | null>(null);
  const change = async (isOn: boolean) => {
    setFault(null);
    if (!isOn) return choose(false);
    const said = await askPermission();
    if (said === "default") return setFault("The browser was not given leave to show any.");
    if (said !== "granted") return;
    // Also shows whether the system lets it through, which no page is told.
    if (showNotification(FIRST) === null) return setFault("This browser shows none from a page.");
    choose(true);
  };
  const isBlocked = permission === "denied";
  const trouble = isBlocked
    ? BLOCKED
    : permission === "none"
      ? "This browser shows none here: they need https."
      : fault;
  return (
    <Choice
      label="On the desktop"
      isOn={isChosen && permission === "granted"}
      isDisabled={isBlocked || permission === "none"}
      onChange={(isOn) => void change(isOn)}
      hint={
        <>
          Important activity and mentions of you, while a feed is open and you look elsewhere.
          <span role="status" className={trouble === null ? "hidden" : "mt-1 block text-amber"}>
            {trouble}
          </span>
        </>
      }
    />
  );
}

/** How this browser tells of new activity; the content of a popover that is open. */
export function NotifyPanel() {
  const [isSounding, setSounding] = soundChoice.use();
  const [isSpoken, setSpoken] = spokenChoice.use();
  return (
    <>
      <h2 className="font-semibold text-sm">Notifications</h2>
      <p className="mt-0.5 mb-3 text-[12.5px] text-faint">In this browser only.</p>
      <div className="grid gap-3">
        <DesktopChoice />
        <Choice
          label="With a sound"
          isOn={isSounding}
          onChange={setSounding}
          hint="A soft tone for the same, also where the desktop shows nothing."
        >
          <Button className="shrink-0" onClick={() => void playTone().catch(() => {})}>
            Try it
          </Button>
        </Choice>
        <Choice
          label="To screen readers"
          isOn={isSpoken}
          onChange={setSpoken}
          hint="What arrived, in one sentence and seldom; never while you type."
        />
      </div>
    </>
  );
}
