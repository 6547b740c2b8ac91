import type { Metadata } from "next";
import { MessagePage } from "@/components/ui/message-page";

export const metadata: Metadata = { title: "Not found", robots: { index: false, follow: false } };

/** The same for a wrong, a revoked and an expired link. */
export default function NotFound() {
  return (
    <MessagePage title="There is nothing here">
      <p className="max-w-sm text-soft">
        This link leads nowhere, or no longer. Ask whoever gave it to you for a new one.
      </p>
    </MessagePage>
  );
}
