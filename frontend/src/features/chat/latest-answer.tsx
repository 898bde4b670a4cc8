import { ChevronUp, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { useThreadState } from "./chat-context";
import { ReceiptCard } from "./receipt-card";
import { isRunning } from "./turn-state";

interface Props {
  thread: string | null;
  /** Whether the conversation is closed, so that this stands in for it. */
  shown: boolean;
  onOpen: () => void;
}

/** Above the composer while the conversation is closed: the newest receipt, and the way to the rest. */
export function LatestAnswer({ thread, shown, onOpen }: Props) {
  const turn = useThreadState(thread).turns.at(-1);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const touchStart = useRef(0);
  const receipts = turn?.cards.flatMap((card) => (card.event === "receipt" ? [card.data] : [])) ?? [];
  const needsRoom = turn !== undefined && !isRunning(turn) && !receipts.length;

  // A question, a list or an error cannot be answered from here.
  useEffect(() => {
    if (shown && needsRoom) onOpen();
    // Only the end of a turn opens it, not the closing of the conversation afterwards.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [turn?.key, needsRoom]);

  if (!shown || !turn || dismissed === turn.key || needsRoom) return null;
  return (
    <section
      aria-label="Latest answer"
      className="mx-3 mb-2 animate-rise rounded-lg shadow-float"
      onTouchStart={(event) => (touchStart.current = event.touches[0]?.clientY ?? 0)}
      onTouchEnd={(event) => touchStart.current - (event.changedTouches[0]?.clientY ?? 0) > 40 && onOpen()}
    >
      {isRunning(turn) && !receipts.length ? (
        <p className="rounded-lg border border-line bg-raised px-3 py-2 text-sm text-ink-2">Looking at your tasks…</p>
      ) : (
        <ReceiptCard
          receipts={receipts}
          turnId={receipts[0]?.turn_id ?? turn.key}
          controls={
            <>
              <IconButton label="Open conversation" size="icon-sm" onClick={onOpen}>
                <ChevronUp size={16} strokeWidth={1.75} aria-hidden />
              </IconButton>
              <IconButton label="Dismiss" size="icon-sm" onClick={() => setDismissed(turn.key)}>
                <X size={16} strokeWidth={1.75} aria-hidden />
              </IconButton>
            </>
          }
        />
      )}
    </section>
  );
}
