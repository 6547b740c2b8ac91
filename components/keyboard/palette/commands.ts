import { BUILT_IN } from "@/activity/event-types/built-in";
import { feedHref } from "../../feed/filters/change-filter";
import { type Shortcut, type ShortcutId, shortcutsFor } from "../shortcuts";

/** What choosing a command does: something on this page, or another page. */
type Deed = { run: ShortcutId } | { href: string } | { theme: "light" | "dark" | "system" };

/** A line of the palette that is always there. */
export interface Command {
  id: string;
  label: string;
  /** A lucide icon name. */
  icon: string;
  /** Shown at the end of the line. */
  keys: readonly string[];
  /** Other words it is found by. */
  words?: string[];
  deed: Deed;
}

export interface CommandGroup {
  heading: string;
  commands: Command[];
}

export interface Place {
  team: string;
  teams: readonly { slug: string; name: string }[];
  isViewer: boolean;
}

const ICONS: Partial<Record<ShortcutId, string>> = {
  newest: "arrow-right",
  search: "activity",
  filter: "list-checks",
  post: "message-square-text",
  comment: "message-circle",
  sheet: "terminal",
  "go-feed": "activity",
  "go-bookmarks": "bookmark",
  "go-members": "users",
  "go-keys": "key-round",
  "go-integrations": "plug",
  "go-links": "link",
  "go-feeds": "globe",
  "go-settings": "settings",
};
/** What needs a row that has the focus, or the palette itself, is no command. */
const NO_COMMAND: ReadonlySet<ShortcutId> = new Set(["next", "previous", "open", "bookmark", "close", "palette"]);

function toCommand(team: string, shortcut: Shortcut & { id: ShortcutId }): Command {
  const { id, label, keys, path } = shortcut;
  const deed: Deed = path === undefined ? { run: id } : { href: `/${team}${path}` };
  return { id, label, keys, icon: ICONS[id] ?? "arrow-right", deed };
}

function filters(team: string): Command[] {
  const important: Command = {
    id: "important",
    label: "Only what is important",
    icon: "circle-alert",
    keys: [],
    words: ["filter"],
    deed: { href: feedHref(team, { important: true }) },
  };
  const types = Object.entries(BUILT_IN).map(
    ([type, { label, icon }]): Command => ({
      id: `type-${type}`,
      label,
      icon,
      keys: [],
      words: ["filter", "type", type],
      deed: { href: feedHref(team, { type: { any: [type], not: [] } }) },
    }),
  );
  return [important, ...types];
}

const THEMES: Command[] = (["light", "dark", "system"] as const).map((theme) => ({
  id: `theme-${theme}`,
  label: theme === "system" ? "Colours of the system" : `${theme === "light" ? "Light" : "Dark"} colours`,
  icon: "eye",
  keys: [],
  words: ["theme", "mode", "appearance"],
  deed: { theme },
}));

/** Everything the palette offers without asking the server. `canRun` says what the page has to offer now. */
export function listCommands({ team, teams, isViewer }: Place, canRun: (id: ShortcutId) => boolean): CommandGroup[] {
  const usable = shortcutsFor(isViewer).filter(({ id }) => !NO_COMMAND.has(id));
  const actions = usable.filter(({ id, path }) => path === undefined && canRun(id));
  const pages = usable.filter(({ path }) => path !== undefined);
  const page = (id: string, label: string, icon: string, href: string): Command => ({
    id,
    label,
    icon,
    keys: [],
    deed: { href },
  });
  return [
    { heading: "Here", commands: actions.map((one) => toCommand(team, one)) },
    {
      heading: "Go to",
      commands: [...pages.map((one) => toCommand(team, one)), page("account", "Your account", "user", "/account")],
    },
    { heading: "Filter the feed", commands: filters(team) },
    {
      heading: "Teams",
      commands: [
        ...teams
          .filter(({ slug }) => slug !== team)
          .map(({ slug, name }) => page(`team-${slug}`, name, "users", `/${slug}`)),
        page("new-team", "New team", "plus", "/teams/new"),
      ],
    },
    { heading: "Colours", commands: THEMES },
  ].filter(({ commands }) => commands.length > 0);
}
