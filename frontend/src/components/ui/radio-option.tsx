import clsx from "clsx";
import type { ReactNode } from "react";

interface Props {
  name: string;
  label: string;
  /** What choosing it means, said with the label. */
  hint?: ReactNode;
  checked: boolean;
  onChoose: () => void;
}

/** One of a few choices that need a line each. */
export function RadioOption({ name, label, hint, checked, onChoose }: Props) {
  return (
    <label
      className={clsx(
        "flex min-h-10 cursor-pointer gap-3 rounded-lg border border-line px-3.5 transition-colors duration-120 touch:min-h-11",
        "hover:bg-hover has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent",
        hint ? "items-start py-2.5" : "items-center",
      )}
    >
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
        className={clsx("size-4 shrink-0 outline-none! accent-(--accent)", hint && "mt-[3px]")}
      />
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-sm text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}
