export interface ServerSentEvent {
  id: string | null;
  event: string;
  data: string;
}

/**
 * Parses the event-stream format (WHATWG HTML, section 9.2.6) from chunks cut at any character.
 * Comments and `retry` are dropped; an event that is not closed by a blank line is never given out.
 */
export class EventStreamParser {
  private rest = "";
  private id: string | null = null;
  private event = "";
  private data: string[] = [];

  push(chunk: string): ServerSentEvent[] {
    const text = this.rest + chunk;
    // A final CR may be the first half of CR LF: it waits for the next chunk.
    const cut = text.endsWith("\r") ? text.length - 1 : text.length;
    const lines = text.slice(0, cut).split(/\r\n|\n|\r/);
    this.rest = (lines.pop() ?? "") + text.slice(cut);
    return lines.flatMap((line) => this.take(line));
  }

  private take(line: string): ServerSentEvent[] {
    if (line === "") return this.dispatch();
    const colon = line.indexOf(":");
    if (colon === 0) return [];
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") this.data.push(value);
    else if (field === "event") this.event = value;
    else if (field === "id" && !value.includes("\0")) this.id = value;
    return [];
  }

  private dispatch(): ServerSentEvent[] {
    const events = this.data.length
      ? [{ id: this.id, event: this.event || "message", data: this.data.join("\n") }]
      : [];
    this.event = "";
    this.data = [];
    return events;
  }
}
