/** Copies text to the clipboard; false when the browser refuses. Pages on plain http have no `navigator.clipboard`. */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard !== undefined) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Permission was refused; the older way below may still be allowed.
    }
  }
  return copyBySelection(text);
}

/** Selects the text in a field nobody sees and copies the selection; a dialog traps focus, so the field goes inside it. */
function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.setAttribute("aria-hidden", "true");
  field.style.cssText = "position:fixed;inset:0 auto auto 0;width:1px;height:1px;opacity:0";
  (before?.closest("[role=dialog],[role=alertdialog]") ?? document.body).append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
