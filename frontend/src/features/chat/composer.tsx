"use client";

import clsx from "clsx";
import { ArrowUp, Square } from "lucide-react";
import { type KeyboardEvent, useEffect } from "react";
import { UnderstoodChips } from "@/components/understood-chips";
import type { Understanding } from "@/lib/api/types";
import { useUnderstanding } from "@/lib/cache/use-understanding";
import { isTyping } from "@/lib/keyboard/shortcuts";
import { useChat, useThreadState } from "./chat-context";
import { COMPOSER_ID, focusComposer } from "./composer-focus";
import { lastPrompt } from "./entries";
import { useConversation } from "./use-conversation";
import { useDraft } from "./use-draft";

const LONGEST = 2000;
const NEAR_LONGEST = 1800;
const CHIP_INTENTS: Understanding["intent"][] = ["add", "update"];

/** The one box. Enter sends, Shift+Enter breaks the line, ↑ brings the last message back, Esc stops. */
export function Composer({ thread: known }: { thread: string | null | undefined }) {
  const thread = known ?? null;
  const chat = useChat();
  const { running } = useThreadState(thread);
  const { entries, queue } = useConversation(thread);
  const [text, setText] = useDraft(known);
  const understood = useUnderstanding(text);
  const chips = understood && CHIP_INTENTS.includes(understood.intent) ? understood : null;

  useEffect(() => {
    if (window.matchMedia("(pointer: fine)").matches && !isTyping(document.activeElement)) focusComposer();
  }, [thread]);

  function submit() {
    const message = text.trim();
    if (!message) return;
    setText("");
    chat.send(message, thread);
    focusComposer();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "ArrowUp" && !text) {
      const last = lastPrompt(entries, queue);
      if (last) {
        event.preventDefault();
        setText(last);
        setTimeout(focusComposer);
      }
    } else if (event.key === "Escape") {
      if (running) void chat.stop(thread);
      else event.currentTarget.blur();
    }
  }

  return (
    <form
      aria-label="Message"
      className="px-3 pb-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {text && <UnderstoodChips understood={chips} className="px-1.5 pb-1" />}
      <div className="flex items-end rounded-xl border border-line-strong/60 bg-raised transition-colors duration-120 focus-within:border-accent focus-within:outline focus-within:outline-accent">
        <textarea
          id={COMPOSER_ID}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder="What do you need to do?"
          aria-label="What do you need to do?"
          maxLength={LONGEST}
          rows={1}
          enterKeyHint="send"
          className="field-sizing-content max-h-40 min-h-11 min-w-0 flex-1 resize-none bg-transparent py-2.5 pl-3.5 outline-none! touch:text-base"
        />
        {text.length > NEAR_LONGEST && (
          <span className={clsx("self-center pl-2 text-xs tabular-nums", text.length === LONGEST ? "text-danger" : "text-ink-3")}>
            {LONGEST - text.length} left
          </span>
        )}
        {running && (
          <RoundButton label="Stop" onClick={() => void chat.stop(thread)}>
            <Square size={12} fill="currentColor" aria-hidden />
          </RoundButton>
        )}
        {(!running || text) && (
          <RoundButton label={running ? "Send next" : "Send"} submit disabled={!text.trim()}>
            <ArrowUp size={16} strokeWidth={2} aria-hidden />
          </RoundButton>
        )}
      </div>
    </form>
  );
}

interface RoundProps {
  label: string;
  submit?: boolean;
  disabled?: boolean;
  onClick?: () => void;
  children: React.ReactNode;
}

function RoundButton({ label, submit, disabled, onClick, children }: RoundProps) {
  return (
    <button
      type={submit ? "submit" : "button"}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
      className="grid size-11 shrink-0 place-items-center rounded-xl"
    >
      <span className={clsx("grid size-7 place-items-center rounded-full transition-colors duration-120", disabled ? "bg-hover text-ink-3" : "bg-accent text-on-accent hover:bg-accent-hover")}>
        {children}
      </span>
    </button>
  );
}
