import Link from "next/link";
import { Button } from "@/components/ui/button";
import type { Problem } from "@/lib/api/problem";

/** The app's own window may be elsewhere: then this page stays where it is. */
export function Answered({ name, connected }: { name: string; connected: boolean }) {
  return (
    <div role="status">
      <h1 className="text-xl font-medium break-words">{connected ? `${name} is connected` : "Nothing was connected"}</h1>
      <p className="mt-2 text-ink-2">Go on in the app. You can close this page.</p>
    </div>
  );
}

/** The app asked for what it cannot have. It is told so, if it is known where it is, and the person wants to. */
export function Refused({ problem }: { problem: Problem }) {
  const { app } = problem;
  return (
    <div role="alert">
      <h1 className="text-xl font-medium">This app cannot be connected</h1>
      <p className="mt-2 break-words text-ink-2">{problem.message}</p>
      <div className="mt-6 flex flex-wrap gap-2">
        <Button asChild variant="primary">
          <Link href="/today">Go to your tasks</Link>
        </Button>
        {app && (
          <Button className="max-w-full" onClick={() => location.assign(app.returnTo)}>
            <span className="truncate">Back to {app.name}</span>
          </Button>
        )}
      </div>
    </div>
  );
}
