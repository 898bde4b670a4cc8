import { Fragment } from "react";

/** Plain text in which **two stars** make bold and nothing else means anything. */
export function RichText({ text }: { text: string }) {
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      {text.split(/\*\*(\S(?:[^*\n]*\S)?)\*\*/).map((part, index) =>
        index % 2 ? (
          <strong key={index} className="font-medium">
            {part}
          </strong>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </p>
  );
}
