import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { TurnError } from "@/lib/api/types";
import { sayWait } from "@/lib/format/instant";

/** What went wrong and the ways on. A limit counts down before the button works. */
export function ErrorCard({ error, onRetry }: { error: TurnError; onRetry: (() => void) | null }) {
  const wait = useCountdown(onRetry ? (error.retry_after ?? 0) : 0);
  return (
    <div role="alert" className="flex items-start gap-2.5 rounded-lg bg-danger-soft px-3 py-2 text-sm">
      <TriangleAlert size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-danger" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere">{error.message}</p>
        {onRetry && (
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" disabled={wait > 0} onClick={onRetry}>
              {wait > 0 ? `Try again in ${sayWait(wait)}` : "Try again"}
            </Button>
            {error.code === "model_unavailable" && (
              <Button asChild size="sm" variant="ghost">
                <Link href="/settings#who-answers">Choose who answers</Link>
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

function useCountdown(from: number): number {
  const [left, setLeft] = useState(from);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}
