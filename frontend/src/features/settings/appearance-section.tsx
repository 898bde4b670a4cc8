import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { setSingleKeys, useSingleKeys } from "@/lib/keyboard/shortcuts";
import { Section } from "./section";

const THEMES = { system: "As the device", light: "Light", dark: "Dark" };
const never = () => () => undefined;

export function AppearanceSection() {
  const { theme, setTheme } = useTheme();
  const singleKeys = useSingleKeys();
  // The server does not know the theme: nothing is checked until the browser says.
  const inBrowser = useSyncExternalStore(never, () => true, () => false);
  return (
    <Section title="Appearance and keys">
      <div role="radiogroup" aria-label="Theme" className="flex flex-wrap gap-2">
        {Object.entries(THEMES).map(([value, label]) => (
          <label
            key={value}
            className="flex h-9 cursor-pointer items-center rounded-lg border border-line px-3.5 text-ink-2 hover:bg-hover has-checked:border-accent has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent touch:h-11"
          >
            <input type="radio" name="theme" value={value} checked={inBrowser && theme === value} onChange={() => setTheme(value)} className="sr-only" />
            {label}
          </label>
        ))}
      </div>
      <label className="mt-5 flex max-w-md cursor-pointer items-start gap-3">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.target.checked)}
          className="mt-1 size-4 shrink-0 accent-(--accent)"
        />
        <span>
          Single-key shortcuts
          <span className="block text-sm text-ink-3">
            Keys such as d for done. Switch them off when they get in the way of speech input; ⌘ and Ctrl keys go on working.
          </span>
        </span>
      </label>
    </Section>
  );
}
