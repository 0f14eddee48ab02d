/** A letter as a mail program shows it, in a frame that may only open links, and its plain text. */
export function PreviewLetter({
  subject,
  text,
  documentPath,
}: {
  subject: string;
  text: string;
  documentPath: string;
}) {
  return (
    <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
      <section className="min-w-0">
        <h2 className="text-2xl">HTML</h2>
        <iframe
          title={`${subject}, as HTML`}
          src={documentPath}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          className="mt-4 h-[60rem] w-full border border-line bg-surface"
        />
      </section>
      <section className="min-w-0">
        <h2 className="text-2xl">Plain text</h2>
        <pre className="mt-4 border border-line bg-surface p-4 text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
          {text}
        </pre>
      </section>
    </div>
  );
}
