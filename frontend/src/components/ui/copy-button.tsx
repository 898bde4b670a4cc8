import { Check, Copy } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { Button } from "./button";

interface Props extends ComponentProps<typeof Button> {
  /** What is copied, in its accessible name: "Copy the token". */
  what: string;
  text: string;
}

/** Copies `text`, and says so; where the browser does not let it, it says how else. */
export function CopyButton({ what, text, ...props }: Props) {
  const [state, setState] = useState<"ready" | "copied" | "refused">("ready");
  const copy = () =>
    // Over plain HTTP there is no clipboard.
    Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"))).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  const Icon = state === "copied" ? Check : Copy;
  const said = { ready: "Copy", copied: "Copied", refused: "Select it to copy" }[state];
  return (
    <Button aria-label={`Copy ${what}`} onClick={() => void copy()} {...props}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      {said}
      <span role="status" className="sr-only">
        {state === "ready" ? "" : said}
      </span>
    </Button>
  );
}
