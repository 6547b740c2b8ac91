/** An empty feed for who may only read it. */
export function NothingYet() {
  return (
    <section
      aria-labelledby="nothing-yet"
      className="grid min-h-[60dvh] place-content-center justify-items-center px-6 text-center"
    >
      <h2 id="nothing-yet" className="font-semibold text-[20px] leading-tight tracking-[-0.01em]">
        Nothing has happened yet
      </h2>
      <p className="mt-1 text-soft">What happens in the team appears here at once.</p>
    </section>
  );
}
