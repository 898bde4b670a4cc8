import { describe, expect, it } from "vitest";
import { EventStreamParser } from "./parser";

const STREAM = 'id: 1\nevent: text\ndata: {"delta":"Grüße 👋"}\n\n: ping\n\nid: 2\r\nevent: done\r\ndata: a\r\ndata: b\r\n\r\n';
const EVENTS = [
  { id: "1", event: "text", data: '{"delta":"Grüße 👋"}' },
  { id: "2", event: "done", data: "a\nb" },
];

describe("EventStreamParser", () => {
  it("gives the same events wherever the stream is cut in two", () => {
    for (let cut = 0; cut <= STREAM.length; cut++) {
      const parser = new EventStreamParser();
      const events = [...parser.push(STREAM.slice(0, cut)), ...parser.push(STREAM.slice(cut))];
      expect(events, `cut at ${cut}`).toEqual(EVENTS);
    }
  });

  it("gives the same events character by character", () => {
    const parser = new EventStreamParser();
    expect([...STREAM].flatMap((character) => parser.push(character))).toEqual(EVENTS);
  });

  it("holds back an event that is not finished", () => {
    expect(new EventStreamParser().push("data: half")).toEqual([]);
  });

  it("names an event without a name `message` and keeps the last id", () => {
    const parser = new EventStreamParser();
    parser.push("id: 7\ndata: x\n\n");
    expect(parser.push("data:y\n\n")).toEqual([{ id: "7", event: "message", data: "y" }]);
  });

  it("drops comments and events without data", () => {
    expect(new EventStreamParser().push(": hello\n\nevent: empty\n\n")).toEqual([]);
  });
});
