import clsx from "clsx";
import { CalendarDays, Hash, List, Repeat, SignalHigh } from "lucide-react";
import type { ReactNode } from "react";
import type { Understanding } from "@/lib/api/types";

/** What was recognised in the text, quietly; the line keeps its height while nothing is. */
export function UnderstoodChips({ understood, className }: { understood: Understanding | null; className?: string }) {
  const chips = understood ? chipsOf(understood) : [];
  return (
    <ul aria-label="Understood" className={clsx("flex min-h-6 flex-wrap gap-x-3 gap-y-1 text-sm text-ink-2", className)}>
      {chips.map(({ key, icon, text }) => (
        <li key={key} className="flex animate-appear items-center gap-1.5 tabular-nums">
          <span className="text-accent">{icon}</span>
          {text}
        </li>
      ))}
    </ul>
  );
}

function chipsOf(understood: Understanding): { key: string; icon: ReactNode; text: string }[] {
  const icon = { size: 14, strokeWidth: 1.75, "aria-hidden": true } as const;
  const { due_text, repeat_text, list, priority, tags = [] } = understood;
  return [
    ...(due_text ? [{ key: "due", icon: <CalendarDays {...icon} />, text: due_text }] : []),
    ...(repeat_text ? [{ key: "repeat", icon: <Repeat {...icon} />, text: repeat_text }] : []),
    ...(list ? [{ key: "list", icon: <List {...icon} />, text: list }] : []),
    ...(priority && priority !== "none" ? [{ key: "priority", icon: <SignalHigh {...icon} />, text: `${priority} priority` }] : []),
    ...tags.map((tag) => ({ key: `#${tag}`, icon: <Hash {...icon} />, text: tag })),
  ];
}
