"use client";

import clsx from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { addDays, addMonths, formatDay, weekStart, weekday } from "@/lib/format/day";
import { IconButton } from "./button";

interface Props {
  /** The chosen day, or null. */
  value: string | null;
  today: string;
  locale: string;
  onPick: (day: string) => void;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** One month of days. Arrow keys walk over its edges; only the current day is in the tab order. */
export function Calendar({ value, today, locale, onPick }: Props) {
  const [active, setActive] = useState(value ?? today);
  const [walking, setWalking] = useState(false);
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (walking) current.current?.focus();
  }, [active, walking]);

  const month = addMonths(active, 0);
  const lead = (weekday(month) - weekStart(locale) + 7) % 7;
  const days = Array.from({ length: 42 }, (_, index) => addDays(month, index - lead));
  const weeks = Array.from({ length: 6 }, (_, week) => days.slice(week * 7, week * 7 + 7)).filter(
    (week) => week.some((day) => sameMonth(day, month)),
  );

  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    const next = step ? addDays(active, step) : event.key === "PageUp" ? addMonths(active, -1) : event.key === "PageDown" ? addMonths(active, 1) : null;
    if (!next) return;
    event.preventDefault();
    setWalking(true);
    setActive(next);
  }

  return (
    <div className="w-64 touch:w-80">
      <div className="flex items-center justify-between pb-1 pl-2">
        <span className="text-sm font-medium" aria-live="polite">
          {formatDay(month, locale, { month: "long", year: "numeric" })}
        </span>
        <span className="flex">
          <IconButton label="Previous month" size="icon-sm" onClick={() => setActive(addMonths(active, -1))}>
            <ChevronLeft size={16} strokeWidth={1.75} />
          </IconButton>
          <IconButton label="Next month" size="icon-sm" onClick={() => setActive(addMonths(active, 1))}>
            <ChevronRight size={16} strokeWidth={1.75} />
          </IconButton>
        </span>
      </div>
      <table role="grid" aria-label="Days" className="w-full table-fixed text-center text-sm tabular-nums" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {days.slice(0, 7).map((day) => (
              <th key={day} abbr={formatDay(day, locale, { weekday: "long" })} className="h-7 text-xs font-normal text-ink-3">
                {formatDay(day, locale, { weekday: "narrow" })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} role="gridcell" aria-selected={day === value}>
                  <button
                    type="button"
                    ref={day === active ? current : undefined}
                    tabIndex={day === active ? 0 : -1}
                    aria-label={formatDay(day, locale, { dateStyle: "full" })}
                    aria-current={day === today ? "date" : undefined}
                    onClick={() => onPick(day)}
                    className={clsx(
                      "h-8 w-full touch:h-11 rounded-md",
                      day === value ? "bg-accent font-medium text-on-accent" : "hover:bg-hover",
                      day !== value && day === today && "font-medium text-today",
                      day !== value && day !== today && (sameMonth(day, month) ? "text-ink" : "text-ink-3"),
                    )}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const sameMonth = (a: string, b: string) => a.slice(0, 7) === b.slice(0, 7);
