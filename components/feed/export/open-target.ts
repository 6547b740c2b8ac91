/** Where an export is saved. Until it is finished there is no file that looks whole. */
export interface Target {
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
  finish(): Promise<void>;
  discard(): Promise<void>;
}

interface PickerOptions {
  suggestedName: string;
}

declare global {
  interface Window {
    /** Chromium's, on https and localhost (File System Access). */
    showSaveFilePicker?: (options: PickerOptions) => Promise<FileSystemFileHandle>;
  }
}

/** Bytes that are gathered before a browser may put them on its disk. */
const PART_BYTES = 4_194_304;
/** How long a saved file's address is kept, milliseconds: the browser reads it in its own time. */
const KEPT_MS = 60_000;

/** Written to the disk as it comes; what stood in the file stays until the end. */
async function openFile(handle: FileSystemFileHandle): Promise<Target> {
  const file = await handle.createWritable();
  return { write: (chunk) => file.write(chunk), finish: () => file.close(), discard: () => file.abort() };
}

function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}

/** Gathered in blobs, which browsers keep on their disk when there are many, and saved as a download. */
function openDownload(name: string): Target {
  const parts: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const pack = () => {
    parts.push(new Blob(chunks));
    chunks = [];
    size = 0;
  };
  return {
    write: async (chunk) => {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size >= PART_BYTES) pack();
    },
    finish: async () => {
      pack();
      saveBlob(new Blob(parts, { type: "application/octet-stream" }), name);
    },
    discard: async () => {
      parts.length = 0;
      chunks = [];
    },
  };
}

/** Asks where to save, where browsers can; must come right after a click. Null when the reader thought better of it. */
export async function openTarget(name: string): Promise<Target | null> {
  if (window.showSaveFilePicker === undefined) return openDownload(name);
  try {
    return await openFile(await window.showSaveFilePicker({ suggestedName: name }));
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    // A frame or a policy may forbid the picker where it exists.
    return openDownload(name);
  }
}
