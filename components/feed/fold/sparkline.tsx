const [WIDTH, HEIGHT, GAP] = [3, 14, 1] as const;

/** Bars of a rate, each from 0 to 1; something that happened at all is never invisible. */
export function Sparkline({ rates }: { rates: readonly number[] }) {
  const bars = rates.flatMap((rate, index) => (rate === 0 ? [] : [{ x: index * (WIDTH + GAP), rate }]));
  return (
    <svg
      aria-hidden
      width={rates.length * (WIDTH + GAP) - GAP}
      height={HEIGHT}
      className="shrink-0 self-center overflow-visible border-line border-b fill-accent/70"
    >
      {bars.map(({ x, rate }) => {
        const height = Math.max(2, Math.round(rate * HEIGHT));
        return <rect key={x} x={x} y={HEIGHT - height} width={WIDTH} height={height} rx={0.5} />;
      })}
    </svg>
  );
}
