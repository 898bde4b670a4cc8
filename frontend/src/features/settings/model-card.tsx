import clsx from "clsx";
import { Meter } from "@/components/ui/meter";
import type { Answering } from "@/lib/api/types";
import { useMe } from "@/lib/cache/use-me";
import { sayUse, statusOf } from "./answering-words";

/** The model beside the built-in rules: whose it is, how it does, and how much of today's allowance is used. */
export function ModelCard({ model }: { model: NonNullable<Answering["model"]> }) {
  const { locale } = useMe();
  const { said, note } = sayUse(model, locale);
  const tone = { answering: "bg-accent", failing: "bg-danger", unchecked: "bg-line-strong" }[model.status];
  return (
    <div role="group" aria-label="The model" className="mt-5 max-w-md rounded-lg border border-line bg-raised px-3.5 py-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="min-w-0 font-medium wrap-anywhere">{model.name}</span>
        <span className="text-sm text-ink-3">{model.provider}</span>
      </p>
      <p className="flex items-center gap-2 text-sm text-ink-2">
        <span className={clsx("size-2 shrink-0 rounded-full", tone)} aria-hidden />
        {statusOf(model)}
      </p>
      <div className="mt-3">
        {model.tokens_per_day !== null && (
          <Meter label="Tokens used today" value={model.tokens_used_today} max={model.tokens_per_day} said={said} />
        )}
        <p className="mt-1.5 text-sm text-ink-3 tabular-nums">
          {said}
          {note && <span className="block text-today">{note}</span>}
        </p>
      </div>
    </div>
  );
}
