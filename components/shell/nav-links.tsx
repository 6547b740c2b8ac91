"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Activity, Bookmark, KeyRound, Link2, Plug, Rss, Settings, Users } from "../ui/icons";
import { SavedViews, useActiveView } from "../views/saved-views";
import { PendingMark } from "./pending-page";

/** The pages of a team; those about how it is set up are not for viewers. */
export function NavLinks({ team, isViewer, isAdmin }: { team: string; isViewer: boolean; isAdmin: boolean }) {
  const path = usePathname();
  const view = useActiveView(team);
  const isOnFeed = path === `/${team}` && view === null;
  const link = (href: string, label: string, Icon: typeof Activity, isOn: boolean) => (
    <Link
      href={href}
      prefetch={false}
      aria-current={isOn ? "page" : undefined}
      className="flex items-center gap-2.5 rounded-[7px] px-2 py-1.5 text-soft transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink"
    >
      <Icon className="size-4 opacity-80" />
      {label}
      <PendingMark kind={href === `/${team}` ? "feed" : "settings"} />
    </Link>
  );
  const bookmarks = `/${team}/bookmarks`;
  const keys = `/${team}/settings/keys`;
  const integrations = `/${team}/settings/integrations`;
  const members = `/${team}/settings/members`;
  const settings = `/${team}/settings/team`;
  const feeds = `/${team}/settings/feeds`;
  const links = `/${team}/settings/links`;
  return (
    <div className="flex flex-col gap-0.5">
      {link(`/${team}`, "Feed", Activity, isOnFeed || path.startsWith(`/${team}/activities/`))}
      {link(bookmarks, "Bookmarks", Bookmark, path === bookmarks)}
      <SavedViews team={team} isAdmin={isAdmin} />
      <h2 className="mx-2 mt-4 mb-1 font-semibold text-[11px] text-faint tracking-wider">Team</h2>
      {link(members, "Members", Users, path.startsWith(members))}
      {link(keys, isViewer ? "Feed readers" : "Keys", KeyRound, path.startsWith(keys))}
      {isViewer ? null : link(integrations, "Integrations", Plug, path.startsWith(integrations))}
      {isViewer ? null : link(links, "Shared links", Link2, path.startsWith(links))}
      {isViewer ? null : link(feeds, "Public feeds", Rss, path.startsWith(feeds))}
      {link(settings, "Settings", Settings, path.startsWith(settings))}
    </div>
  );
}
