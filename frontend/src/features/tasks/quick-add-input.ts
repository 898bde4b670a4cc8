import type { TaskInput, Understanding } from "@/lib/api/types";

/** Words that join several acts: only the first of them is in the reading. */
const JOINED = /[,;]|\b(and|then)\b/i;

/** The task that a typed line asks for. Where the reading could lose words of it, the line is the title as it stands. */
export function inputOf(line: string, reading: Understanding | null): TaskInput {
  if (!reading?.title || reading.intent !== "add" || JOINED.test(without(line, reading.title))) return { title: line };
  const { title, due, repeat, priority, list, tags = [] } = reading;
  return {
    title,
    ...(due && { due }),
    ...(repeat && { repeat }),
    ...(priority && priority !== "none" && { priority }),
    ...(list && { list }),
    ...(tags.length && { tags }),
  };
}

function without(line: string, title: string): string {
  const at = line.toLowerCase().indexOf(title.toLowerCase());
  return at < 0 ? line : line.slice(0, at) + line.slice(at + title.length);
}
