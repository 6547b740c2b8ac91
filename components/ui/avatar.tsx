const GROUNDS = ["#15803d", "#7c3aed", "#0e7490", "#b45309", "#be185d", "#4f46e5", "#b91c1c", "#475569"] as const;

function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}

function ground(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973;
  return GROUNDS[sum % GROUNDS.length] ?? GROUNDS[0];
}

const SIZES = { small: "size-5 text-[9px]", large: "size-8 text-[12px]" } as const;

/** A round picture, or initials on a ground that the name decides. Decorative: the name stands beside it. */
export function Avatar({ name, url, size = "small" }: { name: string; url: string | null; size?: keyof typeof SIZES }) {
  const isPicture = url !== null && /^https?:\/\//i.test(url);
  return (
    <span
      aria-hidden
      style={{ background: ground(name) }}
      className={`relative grid shrink-0 place-items-center overflow-hidden rounded-full font-semibold text-white ${SIZES[size]}`}
    >
      {initials(name)}
      {isPicture && (
        // biome-ignore lint/performance/noImgElement: any host may serve an avatar, and ours must not fetch it
        <img
          src={url}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </span>
  );
}
