"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { getQuestion } from "@/lib/api/connections";
import { Problem, messageOf } from "@/lib/api/problem";
import { onSignedOut } from "@/lib/api/signed-out";
import { keys } from "@/lib/cache/keys";
import { withNext } from "@/lib/navigation/next";
import { Answered, Refused } from "./outcome";
import { QuestionForm } from "./question-form";

interface Props {
  /** What the app sent the person here with. */
  query: string;
  email: string | null;
}

/** Asks the person whether an app may use their tasks. Nobody is sent on without having pressed a button. */
export function Consent({ query, email }: Props) {
  const { data, error, refetch } = useQuery({ queryKey: keys.question(query), queryFn: () => getQuestion(query) });
  const [answered, setAnswered] = useState<"yes" | "no" | null>(null);
  useEffect(() => onSignedOut(() => location.replace(withNext("/sign-in", `/connect?${query}`))), [query]);

  function goOn(redirectTo: string, said: "yes" | "no") {
    setAnswered(said);
    location.assign(redirectTo);
  }

  if (data && answered) return <Answered name={data.client_name} connected={answered === "yes"} />;
  if (data) return <QuestionForm query={query} question={data} email={email} onAnswered={goOn} />;
  if (error instanceof Problem && error.status === 422) return <Refused problem={error} />;
  if (error) return <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  return <SkeletonRows label="Loading the question" count={4} />;
}
