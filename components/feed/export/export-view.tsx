"use client";
import { useState } from "react";
import { buttonClass } from "../../ui/button";
import { Download } from "../../ui/icons";
import { later } from "../../ui/later";

/** Few export: it is loaded when they are about to. */
const ExportDialog = later(() => import("./export-dialog").then((module) => module.ExportDialog));

/** Opens the export of a view. `query` is the filter as query parameters. */
export function ExportView({ team, query }: { team: string; query: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={ExportDialog.prepare}
        onFocus={ExportDialog.prepare}
        onClick={() => setIsOpen(true)}
        className={buttonClass("quiet", "needs-script")}
      >
        <Download className="size-3.5" />
        <span className="max-sm:sr-only">Export</span>
      </button>
      {isOpen && <ExportDialog team={team} query={query} onClose={() => setIsOpen(false)} />}
    </>
  );
}
