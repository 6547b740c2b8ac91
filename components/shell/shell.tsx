import Link from "next/link";
import type { ReactNode } from "react";
import { NotifyButton } from "../feed/notify/notify-button";
import { Keyboard, KeyboardButtons } from "../keyboard/keyboard";
import { SessionEnd } from "../session/session-end";
import { FaultToast } from "../ui/fault-toast";
import { ThemeSwitch } from "../ui/theme-switch";
import { UndoToasts } from "../ui/undo-toasts";
import { ViewsProvider } from "../views/use-views";
import type { ViewsAnswer } from "../views/views-answer";
import { NavLinks } from "./nav-links";
import { PendingPage } from "./pending-page";
import { PhoneMenu } from "./phone-menu";
import { SignOut } from "./sign-out";
import { type SwitchableTeam, TeamSwitcher } from "./team-switcher";

/** Who is looking at which team. */
export interface ShellProps {
  team: SwitchableTeam;
  /** Every team of the visitor. */
  teams: SwitchableTeam[];
  isViewer: boolean;
  isAdmin: boolean;
  /** The visitor's views as the server read them. */
  views: ViewsAnswer;
  user: { id: string; name: string | null; email: string };
  /** Whether there are ways to sign in besides a password. */
  hasOtherWays: boolean;
  children: ReactNode;
}

function TeamName({ team, teams }: Pick<ShellProps, "team" | "teams">) {
  return (
    <div className="flex min-w-0 items-center">
      <Link
        href={`/${team.slug}`}
        prefetch={false}
        className="flex min-w-0 flex-1 items-center gap-2 rounded-md px-2 py-1.5 font-semibold"
      >
        <span aria-hidden className="size-[22px] shrink-0 rounded-md bg-linear-135 from-[#4f46e5] to-[#0ea5e9]" />
        <span className="truncate" dir="auto" title={team.name}>
          {team.name}
        </span>
      </Link>
      <TeamSwitcher team={team.slug} teams={teams} />
    </div>
  );
}

function Foot({ user }: Pick<ShellProps, "user">) {
  return (
    <div className="flex flex-col gap-3 px-2 pt-4">
      <div className="flex items-center justify-between gap-2">
        <ThemeSwitch />
        <div className="flex">
          <NotifyButton />
          <KeyboardButtons />
        </div>
      </div>
      <div className="flex items-center justify-between gap-2">
        <Link
          href="/account"
          prefetch={false}
          title={user.email}
          className="-mx-1.5 min-w-0 rounded-md px-1.5 py-1 text-[12.5px] leading-tight hover:bg-hover"
        >
          <span className="sr-only">Your account: </span>
          <span className="block truncate text-soft" dir="auto">
            {user.name ?? user.email}
          </span>
          {user.name === null ? null : <span className="block truncate text-[11.5px] text-faint">{user.email}</span>}
        </Link>
        <SignOut />
      </div>
    </div>
  );
}

/** A team's frame: navigation on the left, a menu below the header on a phone, and the page beside it. */
export function Shell({ team, teams, isViewer, isAdmin, views, user, hasOtherWays, children }: ShellProps) {
  return (
    <ViewsProvider team={team.slug} isAdmin={isAdmin} initial={views}>
      <div className="md:grid md:grid-cols-[220px_minmax(0,1fr)]">
        <a
          href="#content"
          className="fixed top-2 left-2 z-40 rounded-lg bg-accent px-3 py-2 font-medium text-on-accent not-focus:sr-only"
        >
          Skip to the content
        </a>
        <header className="peer flex items-center justify-between border-line border-b bg-panel px-1.5 py-1.5 md:hidden">
          <TeamName team={team} teams={teams} />
          <PhoneMenu />
        </header>
        <nav
          aria-label="Main"
          className="z-30 flex-col px-2.5 max-md:absolute max-md:inset-x-0 max-md:hidden max-md:border-line max-md:border-b max-md:bg-panel max-md:py-3 max-md:shadow-pop max-md:peer-has-[[open]]:flex md:sticky md:top-0 md:flex md:h-dvh md:overflow-y-auto md:border-line md:border-r md:py-3.5"
        >
          <div className="pb-2 max-md:hidden">
            <TeamName team={team} teams={teams} />
          </div>
          <NavLinks team={team.slug} isViewer={isViewer} isAdmin={isAdmin} />
          <div className="mt-auto">
            <Foot user={user} />
          </div>
        </nav>
        <SessionEnd me={user} hasOtherWays={hasOtherWays} />
        <FaultToast />
        <Keyboard team={team.slug} teams={teams} isViewer={isViewer} />
        <div id="content" tabIndex={-1} className="min-w-0 outline-none">
          <UndoToasts>
            <PendingPage>{children}</PendingPage>
          </UndoToasts>
        </div>
      </div>
    </ViewsProvider>
  );
}
