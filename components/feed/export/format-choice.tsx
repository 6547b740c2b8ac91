import { EXPORT_FORMATS, type ExportFormat } from "@/activity/export-format";

const CHOICES: Record<ExportFormat, { label: string; hint: string }> = {
  csv: { label: "CSV", hint: "For spreadsheets such as Excel" },
  ndjson: { label: "NDJSON", hint: "For programs, one activity a line" },
  json: { label: "JSON", hint: "One array of all activities" },
};

/** What the export is written as. */
export function FormatChoice({ value, onChange }: { value: ExportFormat; onChange: (format: ExportFormat) => void }) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-[12.5px] text-soft">Format</legend>
      <div className="divide-y divide-line overflow-hidden rounded-lg border border-line">
        {EXPORT_FORMATS.map((format) => (
          <label
            key={format}
            className="flex items-center gap-2.5 px-3 py-2 transition-colors hover:bg-hover has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:-outline-offset-2"
          >
            <input
              type="radio"
              name="format"
              value={format}
              checked={value === format}
              onChange={() => onChange(format)}
              className="size-4 shrink-0 accent-accent outline-none"
            />
            <span className="w-16 font-medium">{CHOICES[format].label}</span>
            <span className="min-w-0 text-[12.5px] text-soft">{CHOICES[format].hint}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
