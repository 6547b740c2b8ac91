import { Fragment } from "react";
import { CopyButton } from "./copy-button";

/** Text to be pasted somewhere, with a button that copies it. `mark` is drawn in the accent colour wherever it stands. */
export function CodeBlock({ text, label, mark }: { text: string; label: string; mark?: string }) {
  // Lines keep their shape and scroll sideways; a single long word is easier to check when it wraps.
  const isOneLine = !text.includes("\n");
  const flow = isOneLine ? "whitespace-pre-wrap [overflow-wrap:anywhere]" : "overflow-x-auto whitespace-pre";
  const parts = mark === undefined || mark === "" ? [text] : text.split(mark);
  return (
    <div
      className={`flex flex-col items-stretch gap-1.5 rounded-[9px] bg-hover p-1.5 sm:flex-row ${isOneLine ? "sm:items-center" : "sm:items-start"}`}
    >
      <pre
        // Focusable where it scrolls, because a keyboard has to be able to scroll it.
        {...(isOneLine ? {} : { role: "group", "aria-label": label, tabIndex: 0 })}
        className={`min-w-0 px-1.5 py-1 font-mono text-[12px] leading-[1.6] sm:flex-1 ${flow}`}
      >
        <code dir="ltr">
          {parts.map((part, index) => (
            // The parts of one text never change places.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <Fragment key={index}>
              {index === 0 ? null : <span className="text-accent">{mark}</span>}
              {part}
            </Fragment>
          ))}
        </code>
      </pre>
      <CopyButton text={text} label={label} className="self-end sm:self-auto" />
    </div>
  );
}
