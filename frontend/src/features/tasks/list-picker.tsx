import { Check, Inbox, List as ListIcon, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Input } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { useLists } from "@/lib/cache/use-lists";

interface Props {
  list: string | null;
  trigger: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** A name that no list has yet makes one. */
  onPick: (list: string | null) => void;
}

export function ListPicker({ list, trigger, open, onOpenChange, onPick }: Props) {
  const [openHere, setOpenHere] = useState(false);
  const setOpen = onOpenChange ?? setOpenHere;
  return (
    <Popover trigger={trigger} label="List" open={open ?? openHere} onOpenChange={setOpen} className="w-60">
      <ListChoices
        list={list}
        onPick={(next) => {
          onPick(next);
          setOpen(false);
        }}
      />
    </Popover>
  );
}

function ListChoices({ list, onPick }: Pick<Props, "list" | "onPick">) {
  const { data: lists = [] } = useLists();
  const [text, setText] = useState("");
  const wanted = text.trim();
  const found = lists.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()));
  const exact = lists.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted) onPick(exact?.name ?? (found.length === 1 ? (found[0]?.name ?? wanted) : wanted));
        }}
      >
        <Input
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="Find or name a list"
          aria-label="Find or name a list"
          maxLength={100}
          className="mb-1 h-9!"
        />
      </form>
      <div className="max-h-64 overflow-y-auto">
        {!wanted && <Choice icon={<Inbox {...icon} />} label="Inbox (no list)" chosen={list === null} onPick={() => onPick(null)} />}
        {found.map(({ id, name }) => (
          <Choice key={id} icon={<ListIcon {...icon} />} label={name} chosen={name === list} onPick={() => onPick(name)} />
        ))}
        {wanted && !exact && (
          <Choice icon={<Plus {...icon} />} label={`New list “${wanted}”`} chosen={false} onPick={() => onPick(wanted)} />
        )}
      </div>
    </>
  );
}

function Choice({ icon, label, chosen, onPick }: { icon: ReactNode; label: string; chosen: boolean; onPick: () => void }) {
  return (
    <button
      aria-pressed={chosen}
      onClick={onPick}
      className="flex h-8 w-full touch:h-11 items-center gap-2.5 rounded-md px-2 text-sm text-ink-2 hover:bg-hover hover:text-ink"
    >
      {icon}
      <span className="flex-1 truncate text-left">{label}</span>
      {chosen && <Check size={16} strokeWidth={1.75} className="text-accent" aria-hidden />}
    </button>
  );
}
