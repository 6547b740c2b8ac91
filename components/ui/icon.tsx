/// <reference types="next/image-types/global" />
import type { ReactNode } from "react";
import sprite from "./icons.svg";

/** The lucide icons an event type may name. */
export const NAMED = new Set(
  `
  activity archive arrow-right at-sign badge-check bell book-open bookmark bot bug calendar check circle-alert
  circle-check circle-dot circle-minus circle-play circle-plus circle-slash circle-x clock cloud cloud-upload
  code credit-card database download eye eye-off file file-text flag git-branch git-branch-plus
  git-commit-horizontal git-compare git-fork git-merge git-pull-request git-pull-request-arrow
  git-pull-request-closed git-pull-request-create git-pull-request-draft globe heart image key key-round link
  list-checks lock lock-open mail megaphone message-circle message-square message-square-text messages-square
  milestone package pencil pin play plug plus receipt refresh-cw rocket rotate-ccw scan scan-text server
  settings shield shield-alert shield-check star star-off tag tags terminal thumbs-up trash-2 triangle-alert
  upload user user-check user-minus user-plus user-x users webhook workflow wrench x zap
  `
    .trim()
    .split(/\s+/),
);

/** How an icon looks is the stylesheet's, and its view box the sprite's, so that a row's markup stays small. */
function drawn(name: string, className: string | undefined): ReactNode {
  return (
    <svg className={className === undefined ? "icon" : `icon ${className}`} aria-hidden="true">
      <use href={`${sprite.src}#${name}`} />
    </svg>
  );
}

/** An icon with a name of its own in the code; see `icons.ts`. Always hidden from screen readers. */
export type IconShape = ((props: { className?: string }) => ReactNode) & { iconName: string };

/** The lucide icon of that name. Its drawing is in the sprite, which a browser fetches once for all pages. */
export function shape(iconName: string): IconShape {
  return Object.assign(({ className }: { className?: string }) => drawn(iconName, className), {
    iconName,
  });
}

/** A lucide icon by the name that an event type gives; a name that is not among {@link NAMED} is drawn as circle-dot. */
export function Icon({ name, className }: { name: string; className?: string }) {
  return drawn(NAMED.has(name) ? name : "circle-dot", className);
}
