import { X } from "lucide-react";
import { useState } from "react";

/** Tags as chips with a field behind them: Enter, comma or space adds, Backspace in the empty field takes the last. */
export function TagsInput({ tags, onChange }: { tags: string[]; onChange: (tags: string[]) => void }) {
  const [text, setText] = useState("");
  const add = (typed: string) => {
    const tag = typed.replace(/^#/, "").trim().toLowerCase();
    setText("");
    if (tag && !tags.includes(tag)) onChange([...tags, tag]);
  };
  return (
    <div className="flex min-h-9 touch:min-h-11 flex-wrap items-center gap-1.5 rounded-lg px-2.5 focus-within:outline-2 focus-within:outline-accent hover:bg-hover">
      {tags.map((tag) => (
        <span key={tag} className="flex max-w-full items-center gap-1 rounded-md bg-hover py-0.5 pr-0.5 pl-2 text-sm">
          <span className="truncate">{tag}</span>
          <button
            type="button"
            aria-label={`Remove tag ${tag}`}
            onClick={() => onChange(tags.filter((each) => each !== tag))}
            className="grid size-6 place-items-center rounded-md text-ink-3 hover:text-ink"
          >
            <X size={12} aria-hidden />
          </button>
        </span>
      ))}
      <input
        value={text}
        onChange={(event) => (/[,\s]$/.test(event.target.value) ? add(event.target.value.slice(0, -1)) : setText(event.target.value))}
        onBlur={() => add(text)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && text) {
            event.preventDefault();
            add(text);
          }
          if (event.key === "Backspace" && !text && tags.length) onChange(tags.slice(0, -1));
        }}
        placeholder={tags.length ? "" : "Add tags"}
        aria-label="Add a tag"
        maxLength={50}
        className="min-w-16 flex-1 bg-transparent py-1 outline-none!"
      />
    </div>
  );
}
