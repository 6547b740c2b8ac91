"use client";
import { stringifyPath } from "dot-prop";
import { type ReactNode, useId, useState } from "react";
import type { Json } from "@/activity/json";
import { Braces, ChevronRight, Copy } from "../../../ui/icons";
import { safeUrl } from "../../list/facts";
import { CopyIcon } from "./copy-icon";

type Path = readonly (string | number)[];
type Tree = Json[] | { [key: string]: Json };

/** What stands in one object or list at first; the rest is asked for, since metadata may have thousands. */
const MOST = 60;
/** Objects this far down, and as small as this, are open from the start. */
const OPEN_DEPTH = 2;
const OPEN_ENTRIES = 12;

const TONES = { string: "text-green", number: "text-blue", boolean: "text-violet", other: "text-faint" } as const;

function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function Leaf({ value }: { value: Exclude<Json, object> | null }) {
  if (typeof value === "string") {
    const url = /^https?:/i.test(value) ? safeUrl(value) : null;
    if (url !== null) {
      return (
        <a href={url} target="_blank" rel="noopener noreferrer" className="text-accent underline underline-offset-2">
          {value}
        </a>
      );
    }
    if (value !== "") {
      return (
        <span dir="auto" className={`whitespace-pre-wrap ${TONES.string}`}>
          {value}
        </span>
      );
    }
  }
  const tone = typeof value === "number" ? TONES.number : typeof value === "boolean" ? TONES.boolean : TONES.other;
  return <span className={tone}>{value === "" ? '""' : String(value)}</span>;
}

function Row({ name, path, value, children }: { name: string; path: Path; value: Json; children: ReactNode }) {
  return (
    <div className="group/row flex items-start gap-1.5 rounded-[5px] hover:bg-line/40">
      {children}
      <span className="flex shrink-0">
        <CopyIcon text={() => textOf(value)} label={`Copy the value of ${name}`} Shape={Copy} />
        <CopyIcon text={() => stringifyPath([...path])} label={`Copy the path of ${name}`} Shape={Braces} />
      </span>
    </div>
  );
}

function sizeOf(value: Tree): string {
  const count = Array.isArray(value) ? value.length : Object.keys(value).length;
  const noun = Array.isArray(value) ? "item" : "field";
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

function Branch({ name, path, value }: { name: string; path: Path; value: Tree }) {
  const isSmall = Object.keys(value).length <= OPEN_ENTRIES;
  const [isOpen, setIsOpen] = useState(path.length <= OPEN_DEPTH && isSmall);
  const id = useId();
  return (
    <>
      <Row name={name} path={path} value={value}>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
          className="flex min-w-0 flex-1 items-center gap-1.5 rounded-[5px] py-[3px] text-left"
        >
          <span className="text-soft">{name}</span>
          <ChevronRight
            className={`size-3 shrink-0 text-faint transition-transform motion-reduce:transition-none ${isOpen ? "rotate-90" : ""}`}
          />
          <span className="text-faint">{sizeOf(value)}</span>
        </button>
      </Row>
      <div id={id} className="ml-1 border-line border-l pl-2.5">
        {isOpen && <Entries value={value} path={path} />}
      </div>
    </>
  );
}

function Entry({ name, path, value }: { name: string; path: Path; value: Json }) {
  const isBranch = typeof value === "object" && value !== null && Object.keys(value).length > 0;
  if (isBranch) return <Branch name={name} path={path} value={value} />;
  return (
    <Row name={name} path={path} value={value}>
      <span className="shrink-0 py-[3px] text-soft">{name}</span>
      <span className="min-w-0 flex-1 py-[3px]">
        {typeof value === "object" && value !== null ? (
          <span className={TONES.other}>{Array.isArray(value) ? "[ ]" : "{ }"}</span>
        ) : (
          <Leaf value={value} />
        )}
      </span>
    </Row>
  );
}

/** The fields of an object or the items of a list. What is folded away is not built. */
function Entries({ value, path }: { value: Tree; path: Path }) {
  const [most, setMost] = useState(MOST);
  const entries = Array.isArray(value) ? value.map((one, place) => [place, one] as const) : Object.entries(value);
  return (
    <>
      {entries.slice(0, most).map(([key, one]) => (
        <Entry key={key} name={String(key)} path={[...path, key]} value={one} />
      ))}
      {entries.length > most && (
        <button
          type="button"
          onClick={() => setMost(most * 10)}
          className="py-0.5 font-sans text-accent underline underline-offset-2"
        >
          Show {entries.length - most} more
        </button>
      )}
    </>
  );
}

/** What came with an activity, as a tree that folds; every value and every path can be copied. Paths are those of mappings. */
export function MetadataTree({ metadata }: { metadata: Json }) {
  return (
    <section aria-label="Metadata" className="rounded-[9px] bg-hover px-3 py-2">
      <div className="group/row flex items-center justify-between">
        <p className="font-semibold text-[12px] text-faint">Metadata</p>
        <CopyIcon text={() => textOf(metadata)} label="Copy all metadata" Shape={Copy} />
      </div>
      <noscript>
        <pre className="overflow-auto font-mono text-xs">{JSON.stringify(metadata, null, 2)}</pre>
      </noscript>
      <div className="needs-script font-mono text-xs leading-normal">
        {typeof metadata === "object" && metadata !== null ? (
          <Entries value={metadata} path={[]} />
        ) : (
          <Leaf value={metadata} />
        )}
      </div>
    </section>
  );
}
