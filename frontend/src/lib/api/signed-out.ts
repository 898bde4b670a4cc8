type Listener = () => void;
const listeners = new Set<Listener>();

/** Called when the server no longer knows this session: it ended elsewhere, or ran out. */
export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const announceSignedOut = () => listeners.forEach((listener) => listener());
