import { RadioOption } from "@/components/ui/radio-option";
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
        <RadioOption name="scope" label="Read and change tasks" checked={allowed.includes(CHANGING)} onChoose={() => onChange(asked)} />
        <RadioOption name="scope" label="Only read tasks" checked={!allowed.includes(CHANGING)} onChoose={() => onChange(reading)} />
      </div>
    </fieldset>
  );
}
