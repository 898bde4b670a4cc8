"use client";

import { Button } from "@/components/ui/button";

export default function PageError({ reset }: { reset: () => void }) {
  return (
    <main role="alert" className="mx-auto flex min-h-dvh max-w-sm flex-col items-start justify-center gap-4 px-6">
      <h1 className="text-xl font-medium">This page stopped working</h1>
      <p className="text-ink-2">Your tasks are safe on the server. Loading the page again usually helps.</p>
      <Button variant="primary" onClick={reset}>
        Load again
      </Button>
    </main>
  );
}
