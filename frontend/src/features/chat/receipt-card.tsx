import clsx from "clsx";
import { ArrowRight, Check, Pencil, Plus, RotateCcw, Trash2 } from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { messageOf } from "@/lib/api/problem";
import type { ChangeAction, Receipt } from "@/lib/api/types";
import { redoAct, undoAct, useFate } from "@/lib/cache/acts";
import { useDueStyle } from "@/lib/cache/use-now";
import { setParams } from "@/lib/navigation/navigate";
import { changesOf, headingOf, nameOf, subjectOf } from "./card-words";

const FEW = 6;
const ICONS: Record<ChangeAction, typeof Check> = {
  add: Plus,
  update: Pencil,
  complete: Check,
  reopen: RotateCcw,
  delete: Trash2,
  restore: RotateCcw,
  undo: RotateCcw,
  redo: RotateCcw,
};

interface Props {
  receipts: Receipt[];
  turnId: string;
  /** Buttons of the place where the card stands. */
  controls?: ReactNode;
}

/** All receipts of one turn: what is now so, and one way back. Undone, it stays, struck through. */
export function ReceiptCard({ receipts, turnId, controls }: Props) {
  const [all, setAll] = useState(false);
  const fate = useFate(turnId);
  const undone = fate ?? receipts.every((receipt) => receipt.undone);
  const heading = headingOf(receipts);
  const Icon = ICONS[receipts[0]?.action ?? "update"];
  // What an undo did is done again at the receipt that it took back.
  const taking = receipts.every(({ action }) => action === "undo" || action === "redo");
  const shown = all ? receipts : receipts.slice(0, FEW);
  return (
    <div role="group" aria-label={`${heading}${undone ? ", undone" : ""}`} className="rounded-lg border border-line bg-raised">
      <header className="flex items-center gap-2 min-h-9 py-1 pr-1.5 pl-3 text-sm">
        <Icon size={16} strokeWidth={1.75} className={undone ? "text-ink-3" : "text-accent"} aria-hidden />
        <span className={clsx("flex-1 font-medium", undone && "text-ink-3")}>{undone ? "Undone" : heading}</span>
        {!taking && <UndoButton turnId={turnId} undone={undone} />}
        {controls}
      </header>
      <ul className="border-t border-line px-3 py-1.5">
        {shown.map((receipt) => (
          <ReceiptLine key={receipt.event_id} receipt={receipt} undone={undone} />
        ))}
      </ul>
      {receipts.length > shown.length && (
        <Button variant="link" size="inline" className="mb-2 ml-2.5" onClick={() => setAll(true)}>
          Show all {receipts.length}
        </Button>
      )}
    </div>
  );
}

function ReceiptLine({ receipt, undone }: { receipt: Receipt; undone: boolean }) {
  const style = useDueStyle();
  const subject = subjectOf(receipt);
  if (!subject) return null;
  const changes = undone ? [] : changesOf(receipt, style);
  const gone = receipt.action === "delete" || receipt.action === "complete";
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 py-0.5">
      <button
        disabled={!("title" in subject)}
        onClick={() => setParams({ task: subject.id })}
        className={clsx(
          "rounded-md text-left wrap-anywhere hover:not-disabled:text-accent touch:min-h-8",
          (undone || gone) && "text-ink-3 line-through decoration-line-strong",
        )}
      >
        {nameOf(subject)}
      </button>
      {changes.length > 0 && (
        <ul className="flex flex-wrap gap-x-3 text-sm text-ink-2 tabular-nums">
          {changes.map(({ field, from, to }) => (
            <li key={field} className="flex min-w-0 flex-wrap items-center gap-1">
              {from && <span className="line-clamp-2 text-ink-3">{from}</span>}
              {receipt.before && (
                <>
                  <ArrowRight size={12} strokeWidth={1.75} className="text-ink-3" aria-hidden />
                  <span className="sr-only">becomes</span>
                </>
              )}
              <span className="line-clamp-2">{to ?? "none"}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function UndoButton({ turnId, undone }: { turnId: string; undone: boolean }) {
  const client = useQueryClient();
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  async function run() {
    setState({ busy: true, error: null });
    try {
      await (undone ? redoAct(client, turnId) : undoAct(client, turnId));
      setState({ busy: false, error: null });
    } catch (error) {
      setState({ busy: false, error: messageOf(error) });
    }
  }
  return (
    <>
      {state.error && (
        <span role="alert" className="text-danger">
          {state.error}
        </span>
      )}
      <Button size="sm" variant="ghost" className="font-medium text-accent!" aria-disabled={state.busy} onClick={() => !state.busy && void run()}>
        {undone ? "Redo" : "Undo"}
      </Button>
    </>
  );
}
