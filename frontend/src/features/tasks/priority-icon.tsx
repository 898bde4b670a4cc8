import clsx from "clsx";
import type { Priority } from "@/lib/api/types";

export const PRIORITY_LABELS: Record<Priority, string> = { high: "High", medium: "Medium", low: "Low", none: "None" };
const BARS: Record<Priority, number> = { high: 3, medium: 2, low: 1, none: 0 };
const COLOURS: Record<Priority, string> = { high: "text-high", medium: "text-medium", low: "text-low", none: "text-ink-3" };

/** One, two or three bars: the shape says it without the colour. */
export function PriorityIcon({ priority }: { priority: Priority }) {
  return (
    <svg viewBox="0 0 16 16" className={clsx("size-4 shrink-0", COLOURS[priority])} aria-hidden>
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={2 + bar * 4.5}
          y={10 - bar * 3.5}
          width="3"
          height={4 + bar * 3.5}
          rx="1"
          fill="currentColor"
          opacity={bar < BARS[priority] ? 1 : 0.22}
        />
      ))}
    </svg>
  );
}
