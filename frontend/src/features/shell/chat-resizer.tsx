import type { KeyboardEvent, PointerEvent } from "react";
import { NARROWEST_CHAT, WIDEST_CHAT, clampWidth, setLayout } from "./layout-state";

const STEP = 24;

/** The left edge of the conversation: dragged, or moved by the arrow keys. */
export function ChatResizer({ width }: { width: number }) {
  function drag(event: PointerEvent<HTMLDivElement>) {
    const element = event.currentTarget;
    element.setPointerCapture(event.pointerId);
    const move = ({ clientX }: globalThis.PointerEvent) => setLayout({ chatWidth: clampWidth(window.innerWidth - clientX) });
    element.addEventListener("pointermove", move);
    element.addEventListener("lostpointercapture", () => element.removeEventListener("pointermove", move), { once: true });
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowLeft" ? STEP : event.key === "ArrowRight" ? -STEP : 0;
    if (!step) return;
    event.preventDefault();
    setLayout({ chatWidth: clampWidth(width + step) });
  }
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label="Width of the conversation"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={NARROWEST_CHAT}
      aria-valuemax={WIDEST_CHAT}
      onPointerDown={drag}
      onKeyDown={onKeyDown}
      onDoubleClick={() => setLayout({ chatWidth: 384 })}
      className="absolute inset-y-0 -left-1 z-20 w-2 cursor-col-resize touch-none transition-colors duration-120 hover:bg-accent/25 max-md:hidden"
    />
  );
}
