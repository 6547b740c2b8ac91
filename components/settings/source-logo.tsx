import { GitBranch, type IconShape, MessageSquare, Webhook } from "../ui/icons";
import { SOURCE_MARKS } from "./source-marks";

/** Senders without a mark of their own that is free to use. */
const ICONS: ReadonlyMap<string, IconShape> = new Map([
  ["forgejo", GitBranch],
  ["slack", MessageSquare],
]);

const SIZES = {
  small: { tile: "size-6 rounded-md", mark: "size-3.5" },
  middle: { tile: "size-8 rounded-lg", mark: "size-[18px]" },
  large: { tile: "size-11 rounded-xl", mark: "size-6" },
} as const;

/** A sender's mark on a tile. Made on the server, so that no mark is among the scripts of a page. */
export function SourceLogo({ provider, size = "small" }: { provider: string; size?: keyof typeof SIZES }) {
  const mark = SOURCE_MARKS.get(provider);
  const Shape = ICONS.get(provider) ?? Webhook;
  const { tile, mark: inner } = SIZES[size];
  return (
    <span aria-hidden className={`grid shrink-0 place-items-center border border-line bg-panel ${tile}`}>
      {mark === undefined ? (
        <Shape className={`text-soft ${inner}`} />
      ) : (
        <svg
          aria-hidden="true"
          viewBox="0 0 24 24"
          className={`fill-current ${inner}`}
          style={{ color: `light-dark(${mark.light}, ${mark.dark})` }}
        >
          <path d={mark.path} />
        </svg>
      )}
    </span>
  );
}
