import { useState } from "react";
import type { LinkPreview } from "@/activity/link-preview";
import { Bdi } from "../../../ui/bdi";

/** The same for a card and the place that is kept for it, whatever the page says. */
export const CARD = "h-[90px] overflow-hidden rounded-[10px] border border-line";

function siteOf({ site, host }: LinkPreview): string {
  return site === null || site.toLowerCase() === host ? host : `${site} · ${host}`;
}

/** What a page says of itself, as text, and its picture, which comes from our server. One that cannot be shown leaves its room to the text. */
export function PreviewCard({ preview }: { preview: LinkPreview }) {
  const [isBroken, setIsBroken] = useState(false);
  const { url, title, description, imageUrl } = preview;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      className={`flex bg-panel transition-colors hover:bg-hover ${CARD}`}
    >
      <span className="flex min-w-0 flex-1 flex-col justify-center px-3">
        <span className="truncate text-faint text-xs leading-4">
          <Bdi>{siteOf(preview)}</Bdi>
        </span>
        <b
          dir="auto"
          className={`font-semibold text-[13px] leading-[19px] ${description === null ? "line-clamp-2" : "truncate"}`}
        >
          <Bdi>{title}</Bdi>
        </b>
        {description !== null && (
          <span dir="auto" className="line-clamp-2 text-[12.5px] text-soft leading-[17px]">
            <Bdi>{description}</Bdi>
          </span>
        )}
      </span>
      {imageUrl !== null && !isBroken && (
        // biome-ignore lint/performance/noImgElement: it comes from our own call, in the size that it has
        <img
          src={imageUrl}
          alt=""
          decoding="async"
          onError={() => setIsBroken(true)}
          className="h-full w-[112px] shrink-0 border-line border-l bg-hover object-cover"
        />
      )}
    </a>
  );
}
