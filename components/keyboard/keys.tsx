import type { Shortcut } from "./shortcuts";

function Key({ children }: { children: string }) {
  return (
    <kbd className="inline-grid min-w-6 place-items-center rounded-md border border-line bg-bg px-1.5 py-px font-mono text-[12px] text-soft">
      {children}
    </kbd>
  );
}

/** The keys of a shortcut as they are pressed. */
export function Keys({ keys, also = [] }: Pick<Shortcut, "keys" | "also">) {
  return (
    <span className="flex shrink-0 items-center gap-1 text-faint text-xs">
      {keys.map((key, place) => (
        <span key={key} className="contents">
          {place > 0 && "then"}
          <Key>{key}</Key>
        </span>
      ))}
      {also.map((key, place) => (
        <span key={key} className="contents">
          {(place > 0 || keys.length > 0) && "or"}
          <Key>{key}</Key>
        </span>
      ))}
    </span>
  );
}
