"use client";

import { ArrowDown, X } from "lucide-react";
import { type UIEvent, useEffect, useRef, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { ErrorState, Example, SkeletonRows } from "@/components/ui/states";
import { messageOf } from "@/lib/api/problem";
import { Announcer } from "./announcer";
import { Answer, type AnswerActions } from "./answer";
import { useChat } from "./chat-context";
import { focusComposer } from "./composer-focus";
import type { Entry } from "./entries";
import type { Queued } from "./queue";
import { useConversation } from "./use-conversation";

const EXAMPLES = ["Remind me to call the dentist tomorrow at 17:00", "Add three tasks: buy milk, walk the dog, pay bills", "What is due this week?"];
const NEAR_BOTTOM = 80;

/** What was said in a thread, newest at the bottom; older pages load above as they come near. */
export function Conversation({ thread }: { thread: string | null | undefined }) {
  const { entries, queue, running, query } = useConversation(thread ?? null);
  const [away, setAway] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const chat = useChat();
  const loading = thread === undefined || (thread !== null && query.isPending && !entries.length);
  const empty = !loading && !entries.length && !query.isError;
  const toLatest = () => scroller.current?.scrollTo({ top: 0, behavior: "smooth" });

  // The box is laid out from its end (column-reverse): the newest is scroll position 0, older ones are below zero.
  function onScroll(event: UIEvent<HTMLDivElement>) {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
    setAway(scrollTop < -NEAR_BOTTOM);
    if (scrollHeight - clientHeight + scrollTop < 400 && query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  }

  const count = entries.length + queue.length;
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [thread, count]);

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div ref={scroller} onScroll={onScroll} className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain [mask-image:linear-gradient(transparent,black_1rem)]" tabIndex={-1}>
        <div role="log" aria-label="Conversation" aria-live="off" aria-busy={running} className="flex flex-1 flex-col justify-end gap-7 px-4 pt-4 pb-6">
          {query.isFetchingNextPage && <p className="text-center text-sm text-ink-3">Loading older messages…</p>}
          {loading && <SkeletonRows label="Loading the conversation" count={4} />}
          {query.isError && !entries.length && <ErrorState message={messageOf(query.error)} onRetry={() => void query.refetch()} />}
          {empty && <Welcome onPress={(text) => { chat.send(text, thread ?? null); focusComposer(); }} />}
          {entries.map((entry, index) => (
            <Exchange key={entry.key} entry={entry} newest={index === entries.length - 1} thread={thread ?? null} />
          ))}
          {queue.map((queued) => (
            <QueuedMessage key={queued.key} queued={queued} onRemove={() => chat.unqueue(queued.key)} />
          ))}
        </div>
      </div>
      {away && (
        <Button size="sm" onClick={toLatest} className="absolute bottom-3 left-1/2 -translate-x-1/2 shadow-float">
          <ArrowDown size={14} strokeWidth={1.75} aria-hidden /> Latest
        </Button>
      )}
      <Announcer entry={entries.at(-1)} />
    </div>
  );
}

function Exchange({ entry, newest, thread }: { entry: Entry; newest: boolean; thread: string | null }) {
  const chat = useChat();
  const conversation = entry.turn?.conversationId ?? thread;
  const then = (act: () => void) => {
    act();
    focusComposer();
  };
  const actions: AnswerActions = {
    onChoose: (task) => then(() => chat.send(task.title, conversation, task.id)),
    onApprove: (turnId, except, said) => then(() => conversation && chat.approve(conversation, turnId, except, said)),
    onReject: (turnId) => then(() => conversation && chat.reject(conversation, turnId)),
    onRetry: () =>
      then(() => {
        if (entry.turn && entry.answer?.phase !== "stopped") chat.retry(entry.turn);
        else if (entry.prompt) chat.send(entry.prompt, conversation);
      }),
    onStop: () => then(() => void chat.stop(conversation)),
  };
  return (
    <div className="flex flex-col gap-3">
      {entry.prompt && <Prompt text={entry.prompt} />}
      {entry.answer && (
        <article aria-label="Assistant">
          <Answer answer={entry.answer} newest={newest} actions={actions} />
        </article>
      )}
    </div>
  );
}

function Prompt({ text }: { text: string }) {
  return (
    <article aria-label="You" className="ml-8 max-w-[34rem] self-end rounded-xl rounded-br-sm bg-accent-soft px-3 py-1.5 whitespace-pre-wrap wrap-anywhere">
      {text}
    </article>
  );
}

function QueuedMessage({ queued, onRemove }: { queued: Queued; onRemove: () => void }) {
  return (
    <article aria-label="Waiting" className="ml-8 flex max-w-[34rem] flex-col items-end self-end">
      <p className="rounded-xl rounded-br-sm border border-dashed border-line-strong px-3 py-1.5 wrap-anywhere text-ink-2">{queued.text}</p>
      <p className="flex items-center text-xs text-ink-3">
        Sent when this answer is done
        <IconButton label="Do not send" size="icon-sm" onClick={onRemove}>
          <X size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </p>
    </article>
  );
}

function Welcome({ onPress }: { onPress: (text: string) => void }) {
  return (
    <div className="flex animate-appear flex-col items-start gap-2 pb-2">
      <p className="mb-1 text-ink-2">Type a task, a question, or “undo”. For example:</p>
      {EXAMPLES.map((text) => (
        <Example key={text} text={text} onPress={onPress} />
      ))}
    </div>
  );
}
