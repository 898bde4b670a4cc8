import { ChevronDown, Keyboard, LogOut, Settings, SunMoon } from "lucide-react";
import { useTheme } from "next-themes";
import { useRouter } from "next/navigation";
import { MenuContent, MenuItem, MenuRoot, MenuSeparator, MenuTrigger, useAfterMenu } from "@/components/ui/menu";
import { useMe } from "@/lib/cache/use-me";
import { setLayout } from "./layout-state";
import { useSignOut } from "./use-sign-out";

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

export function AccountMenu() {
  const me = useMe();
  const router = useRouter();
  const signOut = useSignOut();
  const { resolvedTheme, setTheme } = useTheme();
  const { afterMenu, onCloseAutoFocus } = useAfterMenu();
  const name = me.name || me.email;
  return (
    <MenuRoot>
      <MenuTrigger asChild>
        <button className="flex h-10 w-full items-center gap-2.5 rounded-lg px-1.5 text-sm hover:bg-hover touch:h-11">
          <span aria-hidden className="grid size-7 shrink-0 place-items-center rounded-full bg-accent text-xs font-medium text-on-accent">
            {name.slice(0, 1).toUpperCase()}
          </span>
          <span className="min-w-0 flex-1 truncate text-left font-medium">
            <span className="sr-only">Account of </span>
            {name}
          </span>
          <ChevronDown size={16} strokeWidth={1.75} className="shrink-0 text-ink-3" aria-hidden />
        </button>
      </MenuTrigger>
      <MenuContent align="start" onCloseAutoFocus={onCloseAutoFocus}>
        <p className="max-w-60 truncate px-2.5 py-1.5 text-xs text-ink-3">{me.email}</p>
        <MenuItem icon={<Settings {...icon} />} onSelect={() => router.push("/settings")}>
          Settings
        </MenuItem>
        <MenuItem icon={<Keyboard {...icon} />} shortcut="?" onSelect={afterMenu(() => setLayout({ cheatSheet: true, drawer: false }))}>
          Keyboard shortcuts
        </MenuItem>
        <MenuItem icon={<SunMoon {...icon} />} onSelect={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}>
          {resolvedTheme === "dark" ? "Light theme" : "Dark theme"}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<LogOut {...icon} />} onSelect={() => void signOut()}>
          Sign out
        </MenuItem>
      </MenuContent>
    </MenuRoot>
  );
}
