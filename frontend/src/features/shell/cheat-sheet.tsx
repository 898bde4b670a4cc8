import { Dialog } from "@/components/ui/dialog";
import { useSingleKeys } from "@/lib/keyboard/shortcuts";

const KEYS: [string, [string, string][]][] = [
  ["Everywhere", [["/", "Write to the assistant"], ["⌘ K", "Go to anything"], ["c", "Open or close the conversation"], ["⌘ Z", "Undo"], ["⌘ ⇧ Z", "Redo"], ["?", "This list"]]],
  ["In the list", [["j k", "Next, previous task"], ["↵", "Open"], ["d", "Done"], ["e", "Edit the title"], ["t", "Due date"], ["1 2 3", "Priority: high, medium, low"], ["0", "No priority"], ["l", "Move to a list"], ["x", "Select"], ["⌫", "Delete"]]],
  ["In the message", [["↵", "Send"], ["⇧ ↵", "New line"], ["↑", "Bring the last message back"], ["Esc", "Stop the answer"]]],
];

export function CheatSheet({ onClose }: { onClose: () => void }) {
  const singleKeys = useSingleKeys();
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} className="sm:max-w-lg!">
      <div role="group" aria-label="Keys" tabIndex={0} className="overflow-y-auto px-5 pt-2 pb-6 -outline-offset-2">
        {!singleKeys && <p className="pt-2 text-sm text-ink-2">Single keys are switched off in the settings; ⌘ and Ctrl keys work.</p>}
        {KEYS.map(([heading, keys]) => (
          <section key={heading} className="pt-3">
            <h3 className="pb-1 text-sm font-medium text-ink-2">{heading}</h3>
            <dl>
              {keys.map(([key, meaning]) => (
                <div key={key} className="flex items-center gap-4 border-b border-line/70 py-1.5 text-sm last:border-0">
                  <dt className="flex w-24 gap-1">
                    {key.split(" ").map((part) => (
                      <kbd key={part} className="grid h-6 min-w-6 place-items-center rounded-md border border-line bg-panel px-1.5 font-sans text-xs">
                        {part}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
