// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import type { Answering } from "@/lib/api/types";
import { MeContext } from "@/lib/cache/use-me";
import { answerWith, json } from "@/testing/network";
import { sampleMe } from "@/testing/samples";
import { AnsweringSection } from "./answering-section";

afterEach(cleanup);

const withModel: Answering = {
  choice: null,
  default: "auto",
  model: { name: "command-a", provider: "Cohere", status: "answering", tokens_used_today: 50, tokens_per_day: 200 },
};

function show(answer: (request: Request) => Response) {
  const seen = answerWith(answer);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <MeContext value={sampleMe()}>
        <AnsweringSection />
      </MeContext>
    </QueryClientProvider>,
  );
  return seen;
}

const radio = (name: RegExp) => screen.findByRole<HTMLInputElement>("radio", { name });

describe("AnsweringSection", () => {
  it("shows what the server does, and the model with its use", async () => {
    show(() => json(withModel));
    expect((await radio(/^Automatic/)).checked).toBe(true);
    expect(screen.getByText("This is what the server does unless you choose.")).toBeTruthy();
    expect(screen.getByRole("meter").getAttribute("aria-valuetext")).toBe("50 of 200 tokens today");
  });

  it("stores a choice, which can be left to the server again", async () => {
    const seen = show((request) => json(request.method === "PUT" ? { ...withModel, choice: "offline" } : withModel));
    await userEvent.click(await radio(/^Built-in rules only/));
    expect((await radio(/^Built-in rules only/)).checked).toBe(true);
    await userEvent.click(await screen.findByRole("button", { name: "Leave it to the server" }));
    const puts = seen.filter(({ method }) => method === "PUT");
    expect(await Promise.all(puts.map((request) => request.json()))).toEqual([{ choice: "offline" }, { choice: null }]);
  });

  it("takes a choice back that could not be stored", async () => {
    show((request) => (request.method === "PUT" ? json({ code: "internal", status: 500 }, 500) : json(withModel)));
    await userEvent.click(await radio(/^Always the model/));
    await waitFor(async () => expect((await radio(/^Automatic/)).checked).toBe(true));
  });

  it("says what to set, and offers nothing, where there is no model", async () => {
    show(() => json({ choice: null, default: "offline", model: null }));
    expect(await screen.findByText("COHERE_API_KEY")).toBeTruthy();
    expect(screen.queryByRole("radio")).toBeNull();
  });
});
