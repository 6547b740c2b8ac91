"use client";
import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { fetchedOnce } from "../../ui/fetched-once";
import { usePreload } from "../../ui/later";
import { type RenderedRows, renderedRows, withKept } from "./rendered-rows";

/** As many rows are all rendered: the first page is complete without a script, and needs no virtualiser. */
const FEW_ROWS = 60;
/** About as high as a row of one line is, pixels; each is measured once it is rendered. */
const ROW_PX = 63;
const OVERSCAN = 8;
const INDEX = "data-index";

type Core = typeof import("@tanstack/react-virtual");
type WindowVirtualizer = Virtualizer<Window, Element>;
type Options = ConstructorParameters<typeof Virtualizer<Window, Element>>[0];
const virtualiser = fetchedOnce<Core>(() => import("@tanstack/react-virtual"));

const heightOf = (row: Element) => row.getBoundingClientRect().height;
const topOf = (list: Element) => list.getBoundingClientRect().top + window.scrollY;

/**
 * Heights are not rounded: rows stand in the page's own flow, and must be as high as the space that takes their place. A row that is
 * new is measured at once only where it may stand above what is read; else the page would be laid out within the longest task there is.
 */
function measureRow(row: Element, entry: ResizeObserverEntry | undefined, list: WindowVirtualizer): number {
  const seen = entry?.borderBoxSize?.[0]?.blockSize;
  if (seen !== undefined) return seen;
  const isAtTop = (list.scrollOffset ?? 0) <= list.options.scrollMargin;
  return (isAtTop ? list.measurementsCache[list.indexFromElement(row)]?.size : undefined) ?? heightOf(row);
}

/** What the rows on the page say of their heights, so that taking over from the whole list moves nothing. */
function measureAll(list: Element, keyOf: (index: number) => string | number) {
  let end = topOf(list);
  return [...list.querySelectorAll(`:scope > [${INDEX}]`)].map((row) => {
    const index = Number(row.getAttribute(INDEX));
    const [start, size] = [end, heightOf(row)];
    end += size;
    return { key: keyOf(index), index, start, end, size, lane: 0 };
  });
}

/** Loads the virtualiser when there are more rows than a few, and before, once somebody uses the page. */
function useCore(count: number): Core | null {
  const [core, setCore] = useState<Core | null>(null);
  const isNeeded = count > FEW_ROWS;
  usePreload(virtualiser);
  useEffect(() => {
    // Without it the list goes on as it is, whole.
    if (isNeeded) virtualiser.fetch().then(setCore, () => {});
  }, [isNeeded]);
  return core;
}

export interface RowWindowOptions {
  list: RefObject<HTMLElement | null>;
  count: number;
  /** The same for a row wherever it stands. Its identity says whether the rows are the same. */
  keyOf: (index: number) => string | number;
  /** Indexes of rows that are rendered wherever they are: what is read, focused or selected. `seen`: indexes in sight before, in the list before. */
  keep: (seen: readonly number[]) => Iterable<number>;
}

export interface RowWindow {
  /** Null: all rows are rendered. */
  rendered: RenderedRows | null;
  /** The ref of each row's element, which bears its index as `data-index`. */
  measure: (row: Element | null) => void;
}

/**
 * Which rows of a long list to render. This is the adapter of `@tanstack/react-virtual` for rows in the page's own flow and for a core
 * that comes later: its hook cannot be called before the module is there, and another component would mount every row again.
 */
export function useRenderedRows({ list, count, keyOf, keep }: RowWindowOptions): RowWindow {
  const rerender = useReducer((times: number) => times + 1, 0)[1];
  const core = useCore(count);
  const instance = useRef<WindowVirtualizer | null>(null);
  const [margin, setMargin] = useState(0);
  const isMeasuring = useRef(false);
  const seen = useRef<number[]>([]);

  if (core !== null && list.current !== null && (instance.current !== null || count > FEW_ROWS)) {
    const options: Options = {
      count,
      getScrollElement: () => window,
      estimateSize: () => ROW_PX,
      getItemKey: keyOf,
      overscan: OVERSCAN,
      scrollMargin: margin,
      indexAttribute: INDEX,
      measureElement: measureRow,
      rangeExtractor: (range) => withKept(core.defaultRangeExtractor(range), keep(seen.current), count),
      observeElementRect: core.observeWindowRect,
      observeElementOffset: core.observeWindowOffset,
      scrollToFn: core.windowScroll,
      onChange: (_, isSync) => {
        if (isSync && !isMeasuring.current) flushSync(rerender);
        else rerender();
      },
    };
    instance.current ??= new core.Virtualizer<Window, Element>({
      ...options,
      scrollMargin: topOf(list.current),
      initialOffset: window.scrollY,
      initialRect: { width: window.innerWidth, height: window.innerHeight },
      initialMeasurementsCache: measureAll(list.current, keyOf),
    });
    if (margin !== 0) instance.current.setOptions(options);
  }
  const virtualizer = instance.current;

  const measure = useCallback((row: Element | null) => {
    isMeasuring.current = true;
    instance.current?.measureElement(row);
    isMeasuring.current = false;
  }, []);
  useLayoutEffect(() => {
    if (virtualizer === null) return;
    for (const row of list.current?.querySelectorAll(`:scope > [${INDEX}]`) ?? []) measure(row);
    return virtualizer._didMount();
  }, [virtualizer, list, measure]);
  useLayoutEffect(() => {
    const element = list.current;
    if (virtualizer === null || element === null) return;
    const place = () => setMargin(topOf(element));
    place();
    // Whatever grows above the list makes the page grow.
    const observer = new ResizeObserver(place);
    observer.observe(element.closest("main") ?? document.body);
    return () => observer.disconnect();
  }, [virtualizer, list]);
  const keyed = useRef(keyOf);
  useLayoutEffect(() => {
    if (virtualizer === null) return;
    virtualizer._willUpdate();
    const known = virtualizer.scrollOffset ?? 0;
    // Asking the page has it laid out: only when other rows may have come above those in sight.
    const top = known > 0 && keyed.current !== keyOf ? window.scrollY : known;
    keyed.current = keyOf;
    const bottom = top + (virtualizer.scrollRect?.height ?? window.innerHeight);
    seen.current = virtualizer
      .getVirtualItems()
      .filter(({ start, end }) => end > top && start < bottom)
      .map(({ index }) => index);
  });

  const items = virtualizer?.getVirtualItems();
  const total = virtualizer?.getTotalSize() ?? 0;
  const from = virtualizer?.options.scrollMargin ?? 0;
  const rendered = useMemo(() => (items === undefined ? null : renderedRows(items, from, total)), [items, from, total]);
  return { rendered, measure };
}
