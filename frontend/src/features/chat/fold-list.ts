import type { Task } from "@/lib/api/types";

/**
 * The text without the numbered lines that a card below shows as tasks, so that nothing is said twice.
 * A line goes only when its number and its words are those of the card; a line still being streamed, when they can
 * become so.
 */
export function foldList(text: string, tasks: Pick<Task, "title">[]): string {
  const kept = text.split("\n").filter((line) => {
    const [, number, words = ""] = /^\s*(\d+)(?:[.)]\s*(.*))?$/.exec(line) ?? [];
    const task = number ? tasks[Number(number) - 1] : undefined;
    return !(task && (plain(words).includes(plain(task.title)) || plain(task.title).startsWith(plain(words))));
  });
  return kept.join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

const plain = (text: string) => text.replaceAll("**", "").toLowerCase();
