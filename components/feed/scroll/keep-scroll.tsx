"use client";
import { Component, createRef, type ReactNode } from "react";
import { noteScroll } from "./use-is-at-top";

interface Anchor {
  element: Element;
  top: number;
}

interface Props {
  /** Anything that changes when the rows do. */
  version: unknown;
  /** Distance from the top within which new rows may push the others down. */
  isAtTop: boolean;
  children: ReactNode;
}

/**
 * Keeps the row being read where it is when rows are added above it. A class, because only getSnapshotBeforeUpdate sees
 * the page as it was; the browser's own anchoring is switched off here, since Safari has none and two would add up.
 */
export class KeepScroll extends Component<Props> {
  private readonly root = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate(previous: Props): Anchor | null {
    const root = this.root.current;
    if (previous.version === this.props.version || this.props.isAtTop || root === null) return null;
    // A fold may itself rise; what happened once stays where it is.
    for (const element of root.querySelectorAll("[data-activity]:not([data-fold])")) {
      const { top, bottom } = element.getBoundingClientRect();
      if (bottom > 0) return { element, top };
    }
    return null;
  }

  override componentDidUpdate(_props: Props, _state: unknown, anchor: Anchor | null): void {
    if (anchor === null || !anchor.element.isConnected) return;
    const moved = anchor.element.getBoundingClientRect().top - anchor.top;
    if (moved === 0) return;
    window.scrollBy({ top: moved, behavior: "instant" });
    noteScroll();
  }

  override render() {
    return (
      <div ref={this.root} className="[overflow-anchor:none]">
        {this.props.children}
      </div>
    );
  }
}
