import type { Scope } from "@/lib/api/types";

interface Props {
  asked: Scope[];
  allowed: Scope[];
  onChange: (allowed: Scope[]) => void;
}

const CHANGING: Scope = "write";

/** What the app may do; of reading and changing, the person may allow reading alone. */
export function ScopeChoice({ asked, allowed, onChange }: Props) {
  const reading = asked.filter((scope) => scope !== CHANGING);
  if (!asked.includes(CHANGING)) return <p className="mt-5">It may read your tasks.</p>;
  if (!reading.length) return <p className="mt-5">It may change your tasks.</p>;
  return (
    <fieldset className="mt-5">
      <legend className="text-sm font-medium text-ink-2">It may</legend>
      <div className="mt-1.5 flex flex-col gap-2">
        <Choice label="Read and change tasks" checked={allowed.includes(CHANGING)} onChoose={() => onChange(asked)} />
        <Choice label="Only read tasks" checked={!allowed.includes(CHANGING)} onChoose={() => onChange(reading)} />
      </div>
    </fieldset>
  );
}

function Choice({ label, checked, onChoose }: { label: string; checked: boolean; onChoose: () => void }) {
  return (
    <label className="flex min-h-10 cursor-pointer items-center gap-3 rounded-lg border border-line px-3.5 hover:bg-hover has-checked:border-accent touch:min-h-11">
      <input type="radio" name="scope" checked={checked} onChange={onChoose} className="size-4 shrink-0 accent-(--accent)" />
      {label}
    </label>
  );
}
