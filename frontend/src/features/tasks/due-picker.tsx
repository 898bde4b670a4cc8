import { CalendarDays, CalendarOff, CalendarPlus, Sun } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Calendar } from "@/components/ui/calendar";
import { Input } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { useDueStyle } from "@/lib/cache/use-now";
import { addDays, formatDay, weekday } from "@/lib/format/day";
import { dateOf, timeOf } from "@/lib/format/due";

interface Props {
  due: string | null;
  trigger: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onPick: (due: string | null) => void;
}

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

/** Day and time of a task. A new day keeps the time; no day, no time. */
export function DuePicker({ due, trigger, open, onOpenChange, onPick }: Props) {
  const [openHere, setOpenHere] = useState(false);
  const setOpen = onOpenChange ?? setOpenHere;
  const pick = (next: string | null) => {
    onPick(next);
    setOpen(false);
  };
  return (
    <Popover trigger={trigger} label="Due date" open={open ?? openHere} onOpenChange={setOpen} className="p-2!">
      <DueChoices due={due} onPick={pick} />
    </Popover>
  );
}

function DueChoices({ due, onPick }: Pick<Props, "due" | "onPick">) {
  const { now, locale } = useDueStyle();
  const today = dateOf(now);
  const [time, setTime] = useState((due && timeOf(due)) ?? "");
  const withTime = (day: string) => (time ? `${day}T${time}` : day);
  const monday = addDays(today, (8 - weekday(today)) % 7 || 7);
  const quick = [
    { label: "Today", day: today, icon: <Sun {...icon} /> },
    { label: "Tomorrow", day: addDays(today, 1), icon: <CalendarPlus {...icon} /> },
    { label: "Next week", day: monday, icon: <CalendarDays {...icon} /> },
  ];
  return (
    <div className="flex flex-col gap-1">
      {quick.map((choice) => (
        <button key={choice.label} className={quickClass} onClick={() => onPick(withTime(choice.day))}>
          {choice.icon}
          <span className="flex-1 text-left">{choice.label}</span>
          <span className="text-xs text-ink-3">{formatDay(choice.day, locale, { weekday: "short", day: "numeric" })}</span>
        </button>
      ))}
      {due && (
        <button className={quickClass} onClick={() => onPick(null)}>
          <CalendarOff {...icon} />
          No date
        </button>
      )}
      <div className="my-1 h-px bg-line" />
      <Calendar value={due && dateOf(due)} today={today} locale={locale} onPick={(day) => onPick(withTime(day))} />
      <form
        className="mt-1 flex items-center gap-2 border-t border-line pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          onPick(withTime(due ? dateOf(due) : today));
        }}
      >
        <label className="flex flex-1 items-center gap-2 pl-2 text-sm text-ink-2">
          Time
          <Input type="time" value={time} onChange={(event) => setTime(event.target.value)} className="h-8! flex-1 px-2!" />
        </label>
        <Button type="submit" size="sm" variant="primary">
          Set
        </Button>
      </form>
    </div>
  );
}

const quickClass =
  "flex h-8 touch:h-11 items-center gap-2.5 rounded-md px-2 text-sm text-ink-2 hover:bg-hover hover:text-ink";
