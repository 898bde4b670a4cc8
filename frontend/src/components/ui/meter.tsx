import clsx from "clsx";

interface Props {
  label: string;
  value: number;
  max: number;
  /** The value in words. */
  said: string;
}

/** How much of a limit is used, as a thin bar. */
export function Meter({ label, value, max, said }: Props) {
  const share = Math.min(value / max, 1);
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      aria-valuetext={said}
      className="h-1.5 overflow-hidden rounded-full bg-line"
    >
      <div className={clsx("h-full rounded-full", share < 1 ? "bg-accent" : "bg-today")} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
