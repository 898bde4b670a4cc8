export const COMPOSER_ID = "composer";

/** Puts the caret at the end of what is already typed. */
export function focusComposer(): void {
  const field = document.getElementById(COMPOSER_ID);
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}
