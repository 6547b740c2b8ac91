"use client";
import { Dialog } from "radix-ui";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import useSWR from "swr";
import { formatEntity, serializeFilter } from "@/activity/filter";
import { metadataText } from "@/activity/template";
import { useReturnFocus } from "../../keyboard/use-return-focus";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { requestPage } from "../request";
import { useDraft } from "./draft";
import { MentionField } from "./mention-field";
import { listMentioned } from "./mentions";
import { sendPost } from "./pending";
import { feedPlace } from "./posted";
import { useMembers } from "./use-members";

const KINDS = [
  { kind: "note", label: "Note" },
  { kind: "status", label: "Status" },
] as const;
type Kind = (typeof KINDS)[number]["kind"];

interface FormProps {
  team: string;
  me: string;
  onDone: () => void;
}

function Foot({ children }: { children: ReactNode }) {
  return <div className="mt-4 flex items-center justify-end gap-2">{children}</div>;
}

function NoteForm({ team, onDone }: FormProps) {
  const [text, setText] = useDraft(feedPlace(team));
  const people = useMembers(team, text.includes("@"));
  const send = () => {
    const body = text.trim();
    if (body === "") return;
    setText("");
    sendPost(feedPlace(team), team, { kind: "note", text: body, mentions: listMentioned(body, people) });
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <form onSubmit={submit}>
      <MentionField
        label="Note"
        placeholder="What should everybody know? @ to mention"
        value={text}
        onChange={setText}
        people={people}
        onSubmit={send}
        side="below"
      />
      <Foot>
        <Button look="primary" type="submit" className="h-8 px-3" disabled={text.trim() === ""}>
          Post note
        </Button>
      </Foot>
    </form>
  );
}

/** The member's status as the feed last told it; undefined while that is being read. */
function useStatus(team: string, me: string): string | null | undefined {
  const one = (value: string) => ({ any: [value], not: [] });
  const filter = { entity: one(formatEntity("user", me)), type: one("status.changed"), source: one("feed") };
  const path = `/api/teams/${team}/activities?${serializeFilter(filter)}&limit=1`;
  const { data } = useSWR(path, (key: string) => requestPage(key));
  const last = data?.items[0];
  return data === undefined ? undefined : last === undefined ? null : metadataText(last.metadata, "to");
}

function StatusForm({ team, me, onDone }: FormProps) {
  const [text, setText] = useState("");
  const status = useStatus(team, me);
  const set = (to: string) => {
    sendPost(feedPlace(team), team, { kind: "status", text: to });
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") set(text.trim());
  };
  return (
    <form onSubmit={submit}>
      <Field
        label="Your status"
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={100}
        autoComplete="off"
        placeholder="On call, away until Monday…"
        hint={status ? `Now: ${status}` : "None at the moment."}
      />
      <Foot>
        {status ? (
          <Button className="h-8 px-3" onClick={() => set("")}>
            Clear status
          </Button>
        ) : null}
        <Button look="primary" type="submit" className="h-8 px-3" disabled={text.trim() === ""}>
          Set status
        </Button>
      </Foot>
    </form>
  );
}

/** A note to the feed or one's own status; in a dialog, open as long as it is there. */
export function PostDialog(props: FormProps) {
  const [kind, setKind] = useState<Kind>("note");
  const group = useId();
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && props.onDone()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          onEscapeKeyDown={(event) => {
            // The choice of people closes first.
            if (document.querySelector("[role=listbox]:not([hidden])") !== null) event.preventDefault();
          }}
          onCloseAutoFocus={useReturnFocus()}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.querySelector("textarea")?.focus();
          }}
          className="fixed top-[18vh] left-1/2 z-50 w-[min(480px,calc(100vw-24px))] -translate-x-1/2 animate-appear rounded-xl border border-line bg-panel p-5 shadow-pop"
        >
          <Dialog.Title className="font-semibold text-[15px]">Post to the feed</Dialog.Title>
          <fieldset className="mt-3 mb-3 inline-flex w-max rounded-lg border border-line bg-bg p-0.5">
            <legend className="sr-only">What to post</legend>
            {KINDS.map((one) => (
              <label
                key={one.kind}
                className="rounded-md px-3 py-1 text-[13px] text-soft hover:text-ink has-checked:bg-hover has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
              >
                <input
                  type="radio"
                  name={group}
                  className="sr-only"
                  checked={kind === one.kind}
                  onChange={() => setKind(one.kind)}
                />
                {one.label}
              </label>
            ))}
          </fieldset>
          {kind === "note" ? <NoteForm {...props} /> : <StatusForm {...props} />}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
