import type { ReactNode } from "react";
import { Container, PageHeader } from "~/ui/page";
import { WhoDecides } from "./who-decides";

export type Chapter = { id: string; title: string; body: ReactNode };

type Props = { title: string; lead: ReactNode; chapters: Chapter[] };

/** A page of chapters with anchors and a table of contents. */
export function Article({ title, lead, chapters }: Props) {
  return (
    <Container>
      <PageHeader title={title}>{lead}</PageHeader>
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_15rem]">
        <nav aria-label="On this page" className="lg:order-last print:hidden">
          <div className="border-l-2 border-line-strong pl-4 lg:sticky lg:top-8">
            <p className="text-sm font-semibold">On this page</p>
            <ol className="mt-1">
              {chapters.map((chapter) => (
                <li key={chapter.id}>
                  <a href={`#${chapter.id}`} className="inline-block py-1 text-sm">
                    {chapter.title}
                  </a>
                </li>
              ))}
            </ol>
          </div>
        </nav>
        <div className="space-y-12">
          {chapters.map((chapter) => (
            <section key={chapter.id} id={chapter.id} aria-labelledby={`${chapter.id}-title`} className="scroll-mt-6">
              <h2 id={`${chapter.id}-title`} className="text-2xl sm:text-3xl">
                {chapter.title}
              </h2>
              <div className="mt-4 space-y-4">{chapter.body}</div>
            </section>
          ))}
          <WhoDecides />
        </div>
      </div>
    </Container>
  );
}

/** Body text at a readable width. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="max-w-prose space-y-4 [&_ol]:list-decimal [&_ul]:list-disc [&_li]:ml-5">{children}</div>;
}
