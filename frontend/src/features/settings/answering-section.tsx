import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioOption } from "@/components/ui/radio-option";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { chooseMode, getAnswering } from "@/lib/api/models";
import { messageOf } from "@/lib/api/problem";
import type { Answering, Mode } from "@/lib/api/types";
import { keys } from "@/lib/cache/keys";
import { toast } from "@/lib/cache/toasts";
import { MODES, labelOf } from "./answering-words";
import { ModelCard } from "./model-card";
import { Section } from "./section";

const LEAD = "The chat knows sentences about tasks by rules of its own. A language model can take what they cannot read.";

export function AnsweringSection() {
  const client = useQueryClient();
  // Asked anew at each visit: the use and the status change without this page.
  const { data, error, isPending, refetch } = useQuery({ queryKey: keys.answering, queryFn: getAnswering, staleTime: 0 });

  // What was just chosen holds until the server's answer replaces what it was chosen over.
  const [chosen, setChosen] = useState<{ over: Answering; choice: Mode | null } | null>(null);

  async function choose(over: Answering, choice: Mode | null) {
    setChosen({ over, choice });
    try {
      client.setQueryData(keys.answering, await chooseMode(choice));
      toast("Saved");
    } catch (failure) {
      setChosen(null);
      toast(messageOf(failure), { tone: "error" });
    }
  }

  return (
    <Section id="who-answers" title="Who answers" lead={LEAD}>
      {isPending && <SkeletonRows label="Loading who answers" count={3} />}
      {error && !data && <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />}
      {data && !data.model && <NoModel />}
      {data?.model && (
        <>
          <Modes usual={data.default} choice={chosen?.over === data ? chosen.choice : data.choice} onChoose={(mode) => void choose(data, mode)} />
          <ModelCard model={data.model} />
        </>
      )}
    </Section>
  );
}

function NoModel() {
  return (
    <p className="max-w-md text-ink-2">
      The built-in rules answer everything, and nothing leaves this server. To have a language model as well, set{" "}
      <code className="rounded-md bg-hover px-1 py-0.5 text-sm">COHERE_API_KEY</code> where the server runs, and start it
      again.
    </p>
  );
}

interface ModesProps {
  usual: Mode;
  choice: Mode | null;
  onChoose: (mode: Mode | null) => void;
}

function Modes({ usual, choice, onChoose }: ModesProps) {
  return (
    <>
      <div role="radiogroup" aria-label="Who answers" className="flex max-w-md flex-col gap-2">
        {MODES.map(({ mode, label, hint }) => (
          <RadioOption key={mode} name="mode" label={label} hint={hint} checked={(choice ?? usual) === mode} onChoose={() => onChoose(mode)} />
        ))}
      </div>
      <p className="mt-2 text-sm text-ink-3">
        {choice === null ? "This is what the server does unless you choose." : `The server’s own choice is “${labelOf(usual)}”. `}
        {choice !== null && (
          <Button variant="link" size="inline" onClick={() => onChoose(null)}>
            Leave it to the server
          </Button>
        )}
      </p>
    </>
  );
}
