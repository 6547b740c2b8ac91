"use client";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { Dialog } from "radix-ui";
import { type ReactNode, useRef, useState } from "react";
import useSWR from "swr";
import type { ActivityPage } from "@/activity/activity";
import { serializeFilter } from "@/activity/filter";
import { usePeople } from "../../feed/filters/people";
import { useSettled } from "../../feed/filters/use-settled";
import { requestPage } from "../../feed/request";
import { Avatar } from "../../ui/avatar";
import { Icon } from "../../ui/icon";
import { Keys } from "../keys";
import { useReturnFocus } from "../use-return-focus";
import { canRun, runShortcut } from "../use-shortcut";
import { type Command as Listed, listCommands, type Place } from "./commands";
import { matchWords } from "./match";

const SETTLE_MS = 180;
const SHORTEST = 2;
const MOST = 5;

const ITEM =
  "flex cursor-default items-center gap-2.5 rounded-lg px-2.5 py-2 text-[13.5px] text-soft data-[selected=true]:bg-hover data-[selected=true]:text-ink";
const GROUP =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-[11.5px] [&_[cmdk-group-heading]]:text-faint";

function Item(props: { id: string; words?: string[]; isFound?: boolean; onSelect: () => void; children: ReactNode }) {
  const { id, words = [], isFound = false, onSelect, children } = props;
  return (
    <Command.Item value={id} keywords={words} forceMount={isFound} onSelect={onSelect} className={ITEM}>
      {children}
    </Command.Item>
  );
}

/** What the server finds for the words typed: activities, and people. */
function useFound(team: string, typed: string) {
  const wanted = useSettled(typed.trim(), SETTLE_MS);
  const isWanted = wanted.length >= SHORTEST;
  const path = `/api/teams/${team}/activities?${new URLSearchParams({ q: wanted, limit: String(MOST) })}`;
  const { data } = useSWR<ActivityPage, Error>(isWanted ? path : null, (key: string) => requestPage(key), {
    revalidateOnFocus: false,
    shouldRetryOnError: false,
  });
  const { people } = usePeople(isWanted ? team : null, wanted);
  return { activities: isWanted ? (data?.items ?? []) : [], people: isWanted ? people.slice(0, MOST) : [] };
}

/** Everything there is to do and to find, by typing; in a dialog, open as long as it is there. */
export function Palette({ place, onClose }: { place: Place; onClose: () => void }) {
  const { team } = place;
  const router = useRouter();
  const { setTheme } = useTheme();
  const [typed, setTyped] = useState("");
  const [groups] = useState(() => listCommands(place, canRun));
  const found = useFound(team, typed);
  const giveBack = useReturnFocus();
  // Done once the dialog has gone, so that what it does may take the focus.
  const after = useRef<(() => void) | null>(null);
  const choose = (deed: () => void) => {
    after.current = deed;
    onClose();
  };
  const go = (href: string) => choose(() => router.push(href));
  const act = ({ deed }: Listed) => {
    if ("href" in deed) go(deed.href);
    else if ("theme" in deed) choose(() => setTheme(deed.theme));
    else choose(() => runShortcut(deed.run));
  };
  const search = `/${team}?${serializeFilter({ q: typed.trim() })}`;
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            giveBack(event);
            after.current?.();
          }}
          className="fixed top-[12vh] left-1/2 z-50 w-[min(600px,calc(100vw-24px))] -translate-x-1/2 animate-appear overflow-hidden rounded-xl border border-line bg-panel shadow-pop"
        >
          <Dialog.Title className="sr-only">Command palette</Dialog.Title>
          <Command label="Command palette" loop filter={(_id, search, words) => matchWords(words ?? [], search)}>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder="Search, jump, filter, do…"
              className="w-full border-line border-b bg-transparent px-4 py-3.5 text-base text-ink -outline-offset-2 placeholder:text-faint"
            />
            <Command.List className="max-h-[min(420px,60vh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-6 text-center text-[13px] text-faint">
                Nothing has that name.
              </Command.Empty>
              {typed.trim() !== "" && (
                <Item id="search-feed" isFound onSelect={() => go(search)}>
                  <Icon name="activity" className="size-4 shrink-0" />
                  <span className="truncate">
                    Search the feed for <bdi className="font-medium text-ink">{typed.trim()}</bdi>
                  </span>
                </Item>
              )}
              {groups.map(({ heading, commands }) => (
                <Command.Group key={heading} heading={heading} className={GROUP}>
                  {commands.map((command) => (
                    <Item
                      key={command.id}
                      id={command.id}
                      words={[command.label, heading, ...(command.words ?? [])]}
                      onSelect={() => act(command)}
                    >
                      <Icon name={command.icon} className="size-4 shrink-0" />
                      <span className="min-w-0 flex-1 truncate" dir="auto">
                        {command.label}
                      </span>
                      <Keys keys={command.keys} />
                    </Item>
                  ))}
                </Command.Group>
              ))}
              {found.people.length > 0 && (
                <Command.Group heading="What somebody did" forceMount className={GROUP}>
                  {found.people.map(({ id, name, avatarUrl }) => (
                    <Item key={id} id={`actor-${id}`} isFound onSelect={() => go(`/${team}?actor=${id}`)}>
                      <Avatar name={name} url={avatarUrl} />
                      <bdi className="truncate">{name}</bdi>
                    </Item>
                  ))}
                </Command.Group>
              )}
              {found.activities.length > 0 && (
                <Command.Group heading="Activities" forceMount className={GROUP}>
                  {found.activities.map(({ id, message, icon }) => (
                    <Item key={id} id={`activity-${id}`} isFound onSelect={() => go(`/${team}/activities/${id}`)}>
                      <Icon name={icon} className="size-4 shrink-0" />
                      <span className="truncate" dir="auto">
                        {message}
                      </span>
                    </Item>
                  ))}
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
