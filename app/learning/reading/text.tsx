import Markdown, { type MarkdownToJSX } from "markdown-to-jsx/react";
import type { ReactNode } from "react";
import { ButtonLink } from "~/ui/button";
import { type Section, sectionId } from "./sections";

type Props = { text: string; sections: Section[]; testPath?: string };

/** A course's text set like a book page: lines of about 65 characters, with a section list next to it. */
export function Reading({ text, sections, testPath }: Props) {
  return (
    <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_16rem]">
      <SectionNavigation sections={sections} />
      <article className="max-w-[42rem] min-w-0 text-lg leading-[1.7] [overflow-wrap:break-word] lg:col-start-1 lg:row-start-1 [&>p:first-child]:font-serif [&>p:first-child]:text-2xl [&>p:first-child]:leading-normal">
        <Markdown options={options}>{text}</Markdown>
        {testPath ? (
          <p className="mt-14 border-t border-line pt-8 print:hidden">
            <ButtonLink to={testPath}>Take the post-test</ButtonLink>
          </p>
        ) : null}
      </article>
    </div>
  );
}

function SectionNavigation({ sections }: { sections: Section[] }) {
  if (sections.length < 2) return null;
  const list = (
    <ol className="space-y-1">
      {sections.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`} className="block py-1 leading-snug no-underline hover:underline">
            {title}
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <nav aria-label="Sections" className="text-sm lg:col-start-2 lg:row-start-1 print:hidden">
      <details className="border-y border-line py-2 lg:hidden">
        <summary className="cursor-pointer py-1 text-base font-semibold">In this course</summary>
        <div className="pt-2">{list}</div>
      </details>
      <div className="sticky top-6 max-h-[calc(100dvh-3rem)] overflow-y-auto border-l border-line pl-6 max-lg:hidden">
        <p className="mb-2 font-semibold">In this course</p>
        {list}
      </div>
    </nav>
  );
}

function plainText(node: ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return node.map(plainText).join("");
  if (node && typeof node === "object" && "props" in node) return plainText(node.props.children);
  return "";
}

const overrides: MarkdownToJSX.Overrides = {
  h1: ({ children }) => <h2 className="mt-14 mb-4 text-3xl">{children}</h2>,
  h2: ({ children }) => (
    <h2 id={sectionId(plainText(children))} className="mt-14 mb-4 scroll-mt-6 text-3xl">
      {children}
    </h2>
  ),
  h3: ({ children }) => <h3 className="mt-10 mb-3 text-2xl">{children}</h3>,
  p: ({ children }) => <p className="my-5">{children}</p>,
  ul: ({ children }) => <ul className="my-5 list-disc space-y-2 pl-6 marker:text-line-strong">{children}</ul>,
  ol: ({ children }) => <ol className="my-5 list-decimal space-y-2 pl-6 marker:text-muted">{children}</ol>,
  blockquote: ({ children }) => (
    <blockquote className="my-8 border-l-4 border-film pl-5 font-serif text-xl">{children}</blockquote>
  ),
  strong: ({ children }) => <strong className="font-semibold">{children}</strong>,
  hr: () => <hr className="my-12 border-line" />,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
    <figure tabIndex={0} className="my-8 overflow-x-auto">
      <table className="w-full border-collapse text-base leading-snug">{children}</table>
    </figure>
  ),
  th: ({ children }) => (
    <th scope="col" className="border-b-2 border-line-strong py-2 pr-6 text-left align-bottom text-sm font-semibold">
      {children}
    </th>
  ),
  td: ({ children }) => <td className="border-b border-line py-2.5 pr-6 align-top">{children}</td>,
  // Nothing is fetched from other hosts, so a picture is shown as its description.
  img: ({ alt }) => (alt ? <em>{alt}</em> : null),
};

// Course text is untrusted: HTML is shown as typed, and a link that would run a script loses its URL.
const options: MarkdownToJSX.Options = {
  disableParsingRawHTML: true,
  disableFrontmatter: true,
  forceBlock: true,
  wrapper: null,
  overrides,
};
