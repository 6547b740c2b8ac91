"use client";
import { useShortcut } from "../../keyboard/use-shortcut";
import { activityAt, moveFocus } from "./rows";

export interface FeedKeys {
  /** The activity whose details are shown; null when there are none. */
  selectedId: string | null;
  /** Shows the details of an activity that the list holds. */
  select: (id: string) => void;
  /** Shows the details of the activity after (1) or before (-1) the selected one. */
  step: (direction: 1 | -1) => void;
  showNewest: () => void;
}

function focusSearch(): void {
  const box = document.querySelector<HTMLInputElement>("main search input[type=search]");
  box?.focus();
  box?.select();
}

function openFilter(): void {
  const first = document.querySelector<HTMLElement>("main search button[aria-haspopup=dialog]");
  first?.focus();
  first?.click();
}

/** The feed's own shortcuts. Those that move go through the rows as they stand on the page. */
export function useFeedKeys({ selectedId, select, step, showNewest }: FeedKeys): void {
  const move = (direction: 1 | -1) => () => {
    // Over the list, as on a phone, the focus stays in the details; so it does when somebody is in the column beside it.
    const isInDetails = document.activeElement?.closest("[data-details]") != null;
    if (isInDetails) {
      step(direction);
      return;
    }
    const id = moveFocus(direction, selectedId);
    if (id !== null && selectedId !== null) select(id);
  };
  useShortcut("next", move(1));
  useShortcut("previous", move(-1));
  useShortcut("open", () => {
    const id = activityAt(document.activeElement);
    if (id !== null) select(id);
  });
  useShortcut("newest", showNewest);
  useShortcut("search", focusSearch);
  useShortcut("filter", openFilter);
}
