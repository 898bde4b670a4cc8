import { useRef, useState } from "react";
import { Input } from "@/components/ui/field";
import { messageOf } from "@/lib/api/problem";

interface Props {
  label: string;
  initial: string;
  onSave: (name: string) => Promise<void>;
  onCancel: () => void;
}

/** A list's name in place: Enter saves, Escape and leaving it give up. */
export function ListNameField({ label, initial, onSave, onCancel }: Props) {
  const [error, setError] = useState<string | null>(null);
  const saving = useRef(false);
  async function save(name: string) {
    if (!name || name === initial) return onCancel();
    saving.current = true;
    try {
      await onSave(name);
    } catch (failure) {
      setError(messageOf(failure));
    }
    saving.current = false;
  }
  return (
    <li className="py-0.5">
      <Input
        autoFocus
        defaultValue={initial}
        aria-label={label}
        aria-invalid={error !== null}
        placeholder="List name"
        maxLength={100}
        className="h-8! px-2.5! text-sm"
        onBlur={() => !saving.current && onCancel()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") void save(event.currentTarget.value.trim());
          if (event.key === "Escape") {
            event.stopPropagation();
            onCancel();
          }
        }}
      />
      {error && (
        <p role="alert" className="px-2.5 pt-1 text-xs text-danger">
          {error}
        </p>
      )}
    </li>
  );
}
