// @vitest-environment happy-dom
import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { RichText } from "./rich-text";

const markup = (text: string) => render(<RichText text={text} />).container.querySelector("p")?.innerHTML.replace(/ class="[^"]*"/g, "");

it("makes bold of two stars", () => {
  expect(markup("Added **Buy milk** and **x**.")).toBe("Added <strong>Buy milk</strong> and <strong>x</strong>.");
});

it("takes everything else as it stands", () => {
  expect(markup("<b>2 ** 3</b> [a](javascript:b) *c*")).toBe("&lt;b&gt;2 ** 3&lt;/b&gt; [a](javascript:b) *c*");
});
