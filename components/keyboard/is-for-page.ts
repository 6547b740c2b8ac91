/** What takes the keys itself while it is open. The details of an activity do not: the list goes on under them. */
const TAKES_KEYS = "[role=dialog]:not([data-details]), [role=alertdialog], [role=menu], [role=listbox]:not([hidden])";
const IS_TYPED_INTO =
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [role=textbox], [role=combobox]";

/** Whether somebody writes there. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(IS_TYPED_INTO));
}

/** Whether a key is meant for the page: not for a field, an open dialog or menu, the browser, or an input method. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return false;
  return !isTyping(event.target) && document.querySelector(TAKES_KEYS) === null;
}
