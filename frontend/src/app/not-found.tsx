import Link from "next/link";
import { Button } from "@/components/ui/button";

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col items-start justify-center gap-4 px-6">
      <h1 className="text-xl font-medium">There is no such page</h1>
      <p className="text-ink-2">The address may be mistyped, or what it showed was deleted.</p>
      <Button asChild variant="primary">
        <Link href="/today">Go to Today</Link>
      </Button>
    </main>
  );
}
