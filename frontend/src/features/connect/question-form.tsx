import { type FormEvent, useState } from "react";
import { ListField } from "@/components/list-field";
import { Button } from "@/components/ui/button";
import { signOut } from "@/lib/api/accounts";
import { answerQuestion } from "@/lib/api/connections";
import { messageOf } from "@/lib/api/problem";
import type { Question, Scope } from "@/lib/api/types";
import { sayDestination } from "@/lib/format/destination";
import { withNext } from "@/lib/navigation/next";
import { ScopeChoice } from "./scope-choice";

interface Props {
  query: string;
  question: Question;
  email: string | null;
  onAnswered: (redirectTo: string, said: "yes" | "no") => void;
}

export function QuestionForm({ query, question, email, onAnswered }: Props) {
  const [listId, setListId] = useState("");
  const [allow, setAllow] = useState<Scope[]>(question.scopes);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function answer(scopes: Scope[]) {
    setBusy(true);
    setFailure(null);
    try {
      onAnswered(await answerQuestion(query, scopes, listId || null), scopes.length ? "yes" : "no");
    } catch (error) {
      setFailure(messageOf(error));
      setBusy(false);
    }
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void answer(allow);
  }

  return (
    <form onSubmit={onSubmit}>
      <h1 className="text-xl font-medium break-words">Connect “{question.client_name}”?</h1>
      <p className="mt-2 text-ink-2">
        It is <strong className="font-medium break-all text-ink">{sayDestination(question.destination)}</strong>. Any app
        can take that name, so allow it only if you have just begun this there.
      </p>
      <ScopeChoice asked={question.scopes} allowed={allow} onChange={setAllow} />
      <div className="mt-4 empty:hidden">
        <ListField value={listId} onChange={(event) => setListId(event.target.value)} />
      </div>
      <p className="mt-5 text-sm text-ink-3">
        You can disconnect it in the settings.
        {allow.includes("write") && " What it changes is in your history, and can be undone."}
      </p>
      {failure && (
        <p role="alert" className="mt-5 rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
          {failure}
        </p>
      )}
      <div className="mt-6 flex gap-2">
        <Button type="submit" variant="primary" disabled={busy} className="h-10 flex-1">
          Allow
        </Button>
        <Button disabled={busy} className="h-10 flex-1" onClick={() => void answer([])}>
          Deny
        </Button>
      </div>
      <p className="mt-6 text-sm text-ink-2">
        {email && <span className="break-all">Signed in as {email}. </span>}
        <Button variant="link" size="inline" disabled={busy} onClick={() => void switchAccount(query)}>
          Use another account
        </Button>
      </p>
    </form>
  );
}

async function switchAccount(query: string) {
  await signOut();
  location.replace(withNext("/sign-in", `/connect?${query}`));
}
