let isLeaving = false;

/** Says that this page is about to lead elsewhere by itself, so that nothing reloads it meanwhile. Returns how to take that back. */
export function startLeaving(): () => void {
  isLeaving = true;
  return () => {
    isLeaving = false;
  };
}

/** Loads the page anew, unless it is about to lead elsewhere. */
export function reloadPage(): void {
  if (!isLeaving) location.reload();
}
