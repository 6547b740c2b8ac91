"use client";
import { Download } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { buttonClass } from "../../ui/button";
import { later } from "../../ui/later";

/** Few export: it is loaded when it is opened. */
const ExportDialog = later(() => import("./export-dialog").then((module) => module.ExportDialog));

/** Opens the export of a view. `query` is the filter as query parameters. */
export function ExportView({ team, query }: { team: string; query: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger className={buttonClass("quiet", "needs-script")}>
        <Download className="size-3.5" aria-hidden />
        <span className="max-sm:sr-only">Export</span>
      </Dialog.Trigger>
      {isOpen && <ExportDialog team={team} query={query} />}
    </Dialog.Root>
  );
}
