/** A mail, ready to go. */
export interface Mail {
  /** The address alone. */
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** What a mail says: a few sentences around one link. */
export interface MailContent {
  subject: string;
  before: readonly string[];
  action: { label: string; url: string };
  after: readonly string[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** A short mail as plain text, and the same as simple HTML for programs that would not make the link one. */
export function composeMail(to: string, { subject, before, action, after }: MailContent): Mail {
  const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n");
  const link = `<p><a href="${escapeHtml(action.url)}">${escapeHtml(action.label)}</a></p>`;
  const body = [paragraphs(before), link, paragraphs(after)].join("\n");
  return {
    to,
    subject,
    text: `${[...before, `${action.label}:\n${action.url}`, ...after].join("\n\n")}\n`,
    html: `<!doctype html>\n<html lang="en"><body style="font-family:sans-serif;line-height:1.5">\n${body}\n</body></html>\n`,
  };
}
