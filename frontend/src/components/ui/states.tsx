import clsx from "clsx";
import { CloudOff } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";

/** Rows of the height that the real ones will have; they show only after 150 ms. */
export function SkeletonRows({ count = 6, label }: { count?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="after-a-moment flex flex-col">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="flex h-10 items-center gap-3 px-2">
          <div className="size-[18px] rounded-full bg-hover" />
          <div className={clsx("h-3 rounded-full bg-hover", ["w-1/2", "w-2/5", "w-3/5", "w-1/3"][index % 4])} />
        </div>
      ))}
    </div>
  );
}

export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex animate-appear flex-col items-start gap-3 px-2 py-8">
      <p className="text-ink-2">{title}</p>
      {children}
    </div>
  );
}

interface ErrorProps {
  message: string;
  onRetry: () => void;
}

export function ErrorState({ message, onRetry }: ErrorProps) {
  return (
    <div role="alert" className="flex flex-col items-start gap-3 px-2 py-8">
      <p className="flex items-start gap-2 text-ink-2">
        <CloudOff size={16} strokeWidth={1.75} className="mt-1 shrink-0" aria-hidden />
        {message}
      </p>
      <Button size="sm" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}

/** A sentence to press: it goes to the conversation as if typed. */
export function Example({ text, onPress }: { text: string; onPress: (text: string) => void }) {
  return (
    <button
      onClick={() => onPress(text)}
      className="min-h-8 touch:min-h-11 rounded-lg border border-line px-3 py-1 text-left text-sm text-ink-2 transition-colors duration-120 hover:border-accent hover:text-accent"
    >
      {text}
    </button>
  );
}
