import clsx from "clsx";
import { Check } from "lucide-react";

interface Props {
  title: string;
  done: boolean;
  disabled?: boolean;
  onToggle: () => void;
}

/** The circle before a task. Its name is the task's title, so that "check Buy milk" says what it does. */
export function Tick({ title, done, disabled, onToggle }: Props) {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={done}
      aria-label={title}
      disabled={disabled}
      onClick={onToggle}
      className="group/tick grid h-10 w-9 shrink-0 touch:size-11 place-items-center rounded-full"
    >
      <span
        className={clsx(
          "grid size-[18px] place-items-center rounded-full border-[1.5px] transition-colors duration-150",
          done
            ? "border-accent bg-accent text-on-accent"
            : "border-line-strong text-accent group-hover/tick:border-accent group-hover/tick:bg-accent-soft",
        )}
      >
        <Check
          size={12}
          strokeWidth={3}
          className={clsx("transition-opacity duration-120", done ? "opacity-100" : "opacity-0 group-hover/tick:opacity-100")}
        />
      </span>
    </button>
  );
}
