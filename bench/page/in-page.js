// Runs in the page before its own scripts: keeps what the browser says of paints, shifts, tasks and interactions.
const notes = { lcp: 0, lcpElement: "", cls: 0, tasks: [], frames: [], interactions: [] };
const pauses = [];

/** Whether an entry overlaps a time in which the bench itself made the page work, as a forced garbage collection does. */
const isOurs = ({ startTime, duration }) =>
  pauses.some(([from, to]) => startTime < (to ?? Number.POSITIVE_INFINITY) && startTime + duration > from);

const observe = (type, note, options) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...options });

observe("largest-contentful-paint", ({ startTime, element }) => {
  notes.lcp = startTime;
  notes.lcpElement = element?.tagName ?? "";
});
observe("layout-shift", ({ value, hadRecentInput }) => {
  if (!hadRecentInput) notes.cls += value;
});
observe("longtask", (task) => notes.tasks.push(task));
observe("long-animation-frame", (frame) => notes.frames.push(frame));
observe("event", (event) => event.interactionId > 0 && notes.interactions.push(event), { durationThreshold: 16 });

/** A long frame's longest script, so that a long task can be found. */
const blame = ({ duration, startTime, scripts }) => {
  const [most] = [...scripts].sort((a, b) => b.duration - a.duration);
  const where =
    most === undefined ? "" : `${most.invoker} ${most.sourceFunctionName} ${most.sourceURL.split("/").at(-1)}`;
  return { startTime, duration, script: most?.duration ?? 0, where };
};

const firstRow = () => document.querySelector("article[data-activity]");

globalThis.pageBench = {
  /** What was noted since the last call; paints and shifts since the navigation. */
  take() {
    const { lcp, lcpElement, cls } = notes;
    const tasks = notes.tasks.splice(0).filter((task) => !isOurs(task));
    const frames = notes.frames.splice(0).filter((frame) => !isOurs(frame));
    const interactions = notes.interactions.splice(0).map(({ name, duration }) => ({ name, duration }));
    return {
      lcp,
      lcpElement,
      cls,
      tasks: tasks.map(({ duration }) => duration),
      frames: frames.map(blame),
      interactions,
    };
  },
  pause() {
    pauses.push([performance.now(), undefined]);
  },
  resume() {
    pauses.at(-1)[1] = performance.now();
  },
  /** The times between frames for so many milliseconds. */
  frameTimes(ms) {
    return new Promise((done) => {
      const times = [];
      const start = performance.now();
      let last = start;
      const frame = (now) => {
        times.push(now - last);
        last = now;
        if (now - start < ms) requestAnimationFrame(frame);
        else done(times.slice(1));
      };
      requestAnimationFrame(frame);
    });
  },
  /** Begins to wait for a key or click, and then for the frame after the one that shows what `isThere` looks for. */
  watch(isThere) {
    this.shown = new Promise((done) => {
      const begin = ({ timeStamp }) => {
        removeEventListener("keydown", begin, true);
        removeEventListener("click", begin, true);
        const look = () => {
          if (!isThere()) requestAnimationFrame(look);
          else requestAnimationFrame(() => done(performance.now() - timeStamp));
        };
        requestAnimationFrame(look);
      };
      addEventListener("keydown", begin, true);
      addEventListener("click", begin, true);
    });
  },
  /** Whether the newest row is where the reader sees it. */
  isAtNewest() {
    const box = firstRow()?.getBoundingClientRect();
    return (
      scrollY < 5 &&
      box !== undefined &&
      box.top < innerHeight &&
      document.querySelector("main [aria-busy=true]") === null
    );
  },
  /** Whether rows of a day, such as `2026-05-01`, are what the reader sees; `isBusy` lists are not there yet. */
  isAtDay(day) {
    if (document.querySelector("main [aria-busy=true]") !== null) return false;
    return [...document.querySelectorAll("article[data-activity] time")].some((time) => {
      const { top, bottom } = time.getBoundingClientRect();
      return time.dateTime.startsWith(day) && bottom > 0 && top < innerHeight;
    });
  },
  /** Scrolls to the bottom; where that does not load more by itself, asks for it. */
  goOn(isAsked) {
    scrollTo(0, document.documentElement.scrollHeight);
    if (isAsked) document.querySelector("main a[rel=next]")?.click();
  },
};
