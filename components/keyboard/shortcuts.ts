/** One thing the keyboard can do. The sheet, the palette and the listener all read {@link SHORTCUTS}. */
export interface Shortcut {
  id: string;
  /** What it does, as the sheet says it. */
  label: string;
  section: "Feed" | "Details" | "Go to" | "Anywhere";
  /** `KeyboardEvent.key`s, those of a sequence one after the other: `["g", "f"]`. */
  keys: readonly string[];
  /** Keys that the focused element itself, or a dialog, does the same by. Only shown. */
  also?: readonly string[];
  /** The page it leads to, below the team's own. */
  path?: string;
  /** Left out for viewers, to whom the page or call is closed. */
  isForMembers?: true;
}

/** Every shortcut of one key or a sequence. Adding one is adding a line. */
export const SHORTCUTS = [
  { id: "next", label: "Next activity", section: "Feed", keys: ["j"] },
  { id: "previous", label: "Previous activity", section: "Feed", keys: ["k"] },
  { id: "open", label: "Show the details", section: "Feed", keys: ["o"], also: ["Enter"] },
  { id: "bookmark", label: "Bookmark, or remove the bookmark", section: "Feed", keys: ["b"] },
  { id: "newest", label: "Show what is new", section: "Feed", keys: ["."] },
  { id: "go-to-date", label: "Go to a date", section: "Feed", keys: ["g", "d"] },
  { id: "search", label: "Search", section: "Feed", keys: ["/"] },
  { id: "filter", label: "Filter", section: "Feed", keys: ["f"] },
  { id: "post", label: "Post a note", section: "Feed", keys: ["n"], isForMembers: true },
  { id: "comment", label: "Comment", section: "Details", keys: ["c"], isForMembers: true },
  { id: "close", label: "Close what is open", section: "Anywhere", keys: [], also: ["Esc"] },
  { id: "palette", label: "Command palette", section: "Anywhere", keys: [], also: ["⌘ K", "Ctrl K"] },
  { id: "sheet", label: "Keyboard shortcuts", section: "Anywhere", keys: ["?"] },
  { id: "go-feed", label: "Feed", section: "Go to", keys: ["g", "f"], path: "" },
  { id: "go-bookmarks", label: "Bookmarks", section: "Go to", keys: ["g", "b"], path: "/bookmarks" },
  { id: "go-members", label: "Members", section: "Go to", keys: ["g", "m"], path: "/settings/members" },
  { id: "go-keys", label: "Keys", section: "Go to", keys: ["g", "k"], path: "/settings/keys" },
  {
    id: "go-integrations",
    label: "Integrations",
    section: "Go to",
    keys: ["g", "i"],
    path: "/settings/integrations",
    isForMembers: true,
  },
  {
    id: "go-links",
    label: "Shared links",
    section: "Go to",
    keys: ["g", "l"],
    path: "/settings/links",
    isForMembers: true,
  },
  {
    id: "go-feeds",
    label: "Public feeds",
    section: "Go to",
    keys: ["g", "p"],
    path: "/settings/feeds",
    isForMembers: true,
  },
  { id: "go-settings", label: "Settings", section: "Go to", keys: ["g", "s"], path: "/settings/team" },
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof SHORTCUTS)[number]["id"];

/** The shortcuts that somebody may use. */
export function shortcutsFor(isViewer: boolean): readonly (Shortcut & { id: ShortcutId })[] {
  return SHORTCUTS.filter((shortcut) => !(isViewer && "isForMembers" in shortcut));
}

/** The sections in the order in which the sheet shows them. */
export const SECTIONS: readonly Shortcut["section"][] = ["Feed", "Details", "Go to", "Anywhere"];
