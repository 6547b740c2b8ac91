import type { Media as MediaOf } from "./media-of";

function Picture({ url, isOnly }: { url: string; isOnly: boolean }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      className="block overflow-hidden rounded-[10px] border border-line"
    >
      {/* biome-ignore lint/performance/noImgElement: any host may serve a screenshot, and ours must not fetch it */}
      <img
        src={url}
        alt={isOnly ? "Screenshot" : "Picture"}
        loading="lazy"
        referrerPolicy="no-referrer"
        className={isOnly ? "w-full" : "aspect-video size-full object-cover object-top"}
      />
    </a>
  );
}

/** Pictures, a video, and what was read from a screenshot. Nothing is fetched by us, and a video not before it is played. */
export function Media({ media: { images, video, screenText } }: { media: MediaOf }) {
  return (
    <>
      {images.length > 0 && (
        <div className={images.length === 1 ? "" : "grid grid-cols-2 gap-2"}>
          {images.map((url) => (
            <Picture key={url} url={url} isOnly={images.length === 1} />
          ))}
        </div>
      )}
      {video !== null && (
        // biome-ignore lint/a11y/useMediaCaption: a sender's address has no captions that could be named
        <video
          src={video}
          controls
          preload="none"
          aria-label="Video"
          className="aspect-video w-full rounded-[10px] border border-line bg-black"
        />
      )}
      {screenText !== null && (
        <details open className="rounded-[9px] border border-line px-3 py-2 text-[13px]">
          <summary className="font-semibold text-[12px] text-faint">Text on the screen</summary>
          <p dir="auto" className="mt-1 whitespace-pre-line text-soft">
            {screenText}
          </p>
        </details>
      )}
    </>
  );
}
