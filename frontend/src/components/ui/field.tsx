import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

export const controlClass = clsx(
  "w-full rounded-lg border border-line bg-raised px-3 text-ink transition-colors duration-120",
  "hover:border-line-strong focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent",
  "disabled:opacity-60 aria-invalid:border-danger",
);

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string;
  children: (control: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
}

/** A label, a control, and below it either the hint or what is wrong. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium text-ink-2">
        {label}
      </label>
      {children({ id, "aria-describedby": note ? `${id}-note` : undefined, "aria-invalid": error ? true : undefined })}
      {note && (
        <p id={`${id}-note`} className={clsx("text-sm", error ? "text-danger" : "text-ink-3")} role={error && "alert"}>
          {note}
        </p>
      )}
    </div>
  );
}

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={clsx(controlClass, "h-10 touch:h-11 touch:text-base", className)} {...props} />;
}

export function Select({ className, ...props }: ComponentProps<"select">) {
  return <select className={clsx(controlClass, "h-10 touch:h-11", className)} {...props} />;
}

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea className={clsx(controlClass, "py-2", className)} {...props} />;
}
