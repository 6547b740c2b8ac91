"use client";
import { Download } from "lucide-react";
import { useState } from "react";
import { buttonClass } from "../../ui/button";
import { later } from "../../ui/later";

/** Few export: it is loaded when they are about to. */
const ExportDialog = later(() => import("./export-dialog").then((module) => module.ExportDialog));
const prepare = () => void ExportDialog.preload().catch(() => {});

/** Opens the export of a view. `query` is the filter as query parameters. */
export function ExportView({ team, query }: { team: string; query: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => setIsOpen(true)}
        className={buttonClass("quiet", "needs-script")}
      >
        <Download className="size-3.5" aria-hidden />
        <span className="max-sm:sr-only">Export</span>
      </button>
      {isOpen && <ExportDialog team={team} query={query} onClose={() => setIsOpen(false)} />}
    </>
  );
}
