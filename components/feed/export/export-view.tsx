"use client";
import { Download } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "../../ui/button";

/** Few export: it is loaded when it is opened. */
const ExportDialog = dynamic(() => import("./export-dialog").then((module) => module.ExportDialog));

/** Opens the export of a view. `query` is the filter as query parameters. */
export function ExportView({ team, query }: { team: string; query: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button className="needs-script" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <Download className="size-3.5" aria-hidden />
        Export
      </Button>
      {isOpen && <ExportDialog team={team} query={query} onClose={() => setIsOpen(false)} />}
    </>
  );
}
