import { Square } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Receipt, Task, TurnCard } from "@/lib/api/types";
import { ApprovalCard } from "./approval-card";
import { ChoicesCard, ListCard } from "./choice-cards";
import { AnsweredBy } from "./answered-by";
import type { EntryAnswer } from "./entries";
import { ErrorCard } from "./error-card";
import { foldList } from "./fold-list";
import { ReceiptCard } from "./receipt-card";
import { RichText } from "./rich-text";

export interface AnswerActions {
  onChoose: (task: Task) => void;
  onApprove: (turnId: string, except: string[], said: string) => void;
  onReject: (turnId: string) => void;
  onRetry: () => void;
  onStop: () => void;
}

interface Props {
  answer: EntryAnswer;
  /** Whether questions in it can still be answered. */
  newest: boolean;
  actions: AnswerActions;
}

const WORK: Record<string, string> = {
  add_task: "Adding…",
  list_tasks: "Looking at your tasks…",
  complete_task: "Ticking off…",
  update_task: "Changing…",
  delete_task: "Deleting…",
};

export function Answer({ answer, newest, actions }: Props) {
  const { text, cards, phase, tool, model } = answer;
  const tasks = cards.flatMap(({ event, data }) => (event === "list" ? data.tasks : event === "choices" ? data.candidates : []));
  const said = foldList(text, tasks);
  const working = phase === "sending" || phase === "working" || phase === "reconnecting";
  return (
    <div className="group/answer relative flex flex-col gap-2">
      {said && <RichText text={said} />}
      {receiptGroups(cards).map(([turnId, receipts]) => (
        <ReceiptCard key={turnId} turnId={turnId} receipts={receipts} />
      ))}
      {cards.map((card, index) => (
        <OtherCard key={index} card={card} newest={newest} actions={actions} />
      ))}
      {working && <Working label={phase === "reconnecting" ? "Connection lost. Trying again…" : said ? null : (WORK[tool ?? ""] ?? WORK.list_tasks ?? "")} onStop={actions.onStop} />}
      {phase === "stopped" && <p className="text-sm text-ink-3">Stopped.</p>}
      {phase === "lost" && (
        <ErrorCard
          error={{ code: "offline", message: "The connection was lost. What was already done is safe." }}
          onRetry={newest ? actions.onRetry : null}
        />
      )}
      {phase === "done" && model && <AnsweredBy model={model} newest={newest} />}
    </div>
  );
}

function OtherCard({ card, newest, actions }: { card: TurnCard; newest: boolean; actions: AnswerActions }) {
  switch (card.event) {
    case "list":
      return <ListCard {...card.data} />;
    case "choices":
      return <ChoicesCard candidates={card.data.candidates} open={newest} onChoose={actions.onChoose} />;
    case "approval": {
      const { turn_id, actions: acts } = card.data;
      const approve = (except: string[]) => {
        const titles = acts.filter(({ task }) => except.includes(task.id)).map(({ task }) => task.title);
        actions.onApprove(turn_id, except, titles.length ? `Yes, all but ${titles.join(", ")}` : "Yes");
      };
      return <ApprovalCard approval={card.data} open={newest} onApprove={approve} onReject={() => actions.onReject(turn_id)} />;
    }
    case "error":
      // A question that has lapsed does so again.
      return <ErrorCard error={card.data} onRetry={newest && card.data.code !== "approval_lapsed" ? actions.onRetry : null} />;
    case "receipt":
      return null;
  }
}

function receiptGroups(cards: TurnCard[]): [string, Receipt[]][] {
  const groups = new Map<string, Receipt[]>();
  for (const card of cards) {
    if (card.event !== "receipt") continue;
    groups.set(card.data.turn_id, [...(groups.get(card.data.turn_id) ?? []), card.data]);
  }
  return [...groups];
}

function Working({ label, onStop }: { label: string | null; onStop: () => void }) {
  return (
    <div className="flex min-h-7 items-center gap-2 text-sm text-ink-3">
      <span className="animate-appear [animation-delay:300ms] [animation-fill-mode:backwards]">{label}</span>
      <Button size="sm" variant="ghost" onClick={onStop} className="-ml-1 animate-appear [animation-delay:300ms] [animation-fill-mode:backwards]">
        <Square size={12} strokeWidth={1.75} fill="currentColor" aria-hidden /> Stop
      </Button>
    </div>
  );
}
