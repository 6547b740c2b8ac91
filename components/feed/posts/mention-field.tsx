"use client";
import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from "react";
import { Avatar } from "../../ui/avatar";
import { findMentionable, insertMention, type Mentionable, mentionAt } from "./mentions";

export interface MentionFieldProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  /** Who can be mentioned. */
  people: readonly Mentionable[];
  onSubmit: () => void;
  /** Where the choice opens. */
  side: "above" | "below";
  fieldRef?: Ref<HTMLTextAreaElement>;
}

/** A text that mentions people: `@` opens a choice, the arrows move in it, Enter or Tab takes one. Ctrl or ⌘ and Enter sends. */
export function MentionField(props: MentionFieldProps) {
  const { label, placeholder, value, onChange, people, onSubmit, side, fieldRef } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const moveTo = useRef<number | null>(null);
  const mention = caret === null ? null : mentionAt(value, caret);
  const found = mention === null ? [] : findMentionable(people, mention.typed);
  const isOpen = found.length > 0;
  const place = Math.min(active, found.length - 1);

  useEffect(() => {
    if (moveTo.current === null) return;
    own.current?.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = null;
  });

  const take = (person: Mentionable | undefined) => {
    if (mention === null || caret === null || person === undefined) return;
    const next = insertMention(value, { start: mention.start, caret }, person.name);
    moveTo.current = next.caret;
    onChange(next.text);
    setCaret(null);
    own.current?.focus();
  };
  const choose = (event: KeyboardEvent): boolean => {
    if (!isOpen) return false;
    if (event.key === "ArrowDown") setActive((place + 1) % found.length);
    else if (event.key === "ArrowUp") setActive((place + found.length - 1) % found.length);
    else if (event.key === "Enter" || event.key === "Tab") take(found[place]);
    else if (event.key === "Escape") setCaret(null);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      onSubmit();
    } else if (choose(event)) {
      // Escape closes the choice, not what is around it.
      event.preventDefault();
      event.nativeEvent.stopImmediatePropagation();
    } else if (event.key === "Escape") {
      // So that the next one closes what is around it.
      event.preventDefault();
      own.current?.blur();
    }
  };
  return (
    <div className="relative">
      <textarea
        ref={(element) => {
          own.current = element;
          if (typeof fieldRef === "function") fieldRef(element);
          else if (fieldRef) fieldRef.current = element;
        }}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setCaret(null)}
        rows={2}
        dir="auto"
        aria-label={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={id}
        aria-activedescendant={isOpen ? `${id}-${place}` : undefined}
        placeholder={placeholder}
        className="field-sizing-content block max-h-60 min-h-16 w-full resize-none rounded-lg border border-[color-mix(in_srgb,var(--line),var(--faint)_30%)] bg-panel px-2.5 py-2 text-base text-ink outline-offset-0 placeholder:text-faint md:text-[13.5px]"
      />
      {/* A text of several lines is no combobox by its role, so that the choice is told. */}
      <span role="status" className="sr-only">
        {isOpen
          ? `${found.length === 1 ? "1 person" : `${found.length} people`} to mention, arrows and Enter choose`
          : ""}
      </span>
      <ul
        id={id}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list box that the field drives; a combobox has one line only
        role="listbox"
        aria-label="People to mention"
        hidden={!isOpen}
        className={`absolute inset-x-0 z-50 overflow-hidden rounded-xl border border-line bg-panel p-1 text-[13px] shadow-pop ${side === "above" ? "bottom-full mb-1" : "top-full mt-1"}`}
      >
        {found.map((person, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          <li
            key={person.id}
            id={`${id}-${index}`}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the same
            role="option"
            tabIndex={-1}
            aria-selected={index === place}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(person)}
            className="flex cursor-default items-center gap-2 rounded-md px-2 py-1.5 aria-selected:bg-hover"
          >
            <Avatar name={person.name} url={null} />
            <bdi className="truncate">{person.name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
