import { headingOf, nameOf, subjectOf } from "./card-words";
import type { Entry } from "./entries";

/** Says each answer once, when it is complete; a stream read out word by word would be noise. */
export function Announcer({ entry }: { entry: Entry | undefined }) {
  return (
    <p role="status" className="sr-only">
      {entry?.turn && entry.answer && wordsOf(entry.answer)}
    </p>
  );
}

function wordsOf({ text, cards, phase }: NonNullable<Entry["answer"]>): string {
  if (phase === "sending" || phase === "working") return "Working";
  if (phase === "reconnecting") return "Connection lost, trying again";
  if (phase === "stopped") return "Stopped";
  const receipts = cards.flatMap((card) => (card.event === "receipt" ? [card.data] : []));
  const names = receipts.map(subjectOf).flatMap((subject) => (subject ? [nameOf(subject)] : []));
  const done = receipts.length ? `${headingOf(receipts)}: ${names.join(", ")}.` : "";
  return [text.replaceAll("**", ""), done, question(cards)].filter(Boolean).join(" ");
}

function question(cards: NonNullable<Entry["answer"]>["cards"]): string {
  if (cards.some(({ event }) => event === "choices")) return "Choose one.";
  return cards.some(({ event }) => event === "approval") ? "Answer yes or no." : "";
}
