"use client";
import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <MessagePage title="Something went wrong">
      <p className="max-w-sm text-soft">
        The page could not be shown. It is safe to try again
        {error.digest === undefined ? "." : `; if it keeps failing, the server's log has it under ${error.digest}.`}
      </p>
      <Button look="primary" className="mt-3 px-3.5 py-1.5" onClick={reset}>
        Try again
      </Button>
    </MessagePage>
  );
}
