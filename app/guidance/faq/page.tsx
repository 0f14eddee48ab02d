import { Link } from "@remix-run/react";
import { JsonLd } from "~/ui/json-ld";
import { Article } from "../article";
import type { Guidance } from "../guidance.server";
import { type Question, type QuestionGroup, questionGroups } from "./questions";

export function FaqPage({ shop: { email } }: Guidance) {
  return (
    <>
      <JsonLd data={faqPage()} />
      <Article
        title="Questions and answers"
        lead={
          <p>
            Don’t see your question? Write to <a href={`mailto:${email}`}>{email}</a>.
          </p>
        }
        chapters={questionGroups.map((group) => ({
          id: idOf(group),
          title: group.title,
          body: (
            <div className="divide-y divide-line border-y border-line">
              {group.questions.map((question) => (
                <Answered key={question.id} {...question} />
              ))}
            </div>
          ),
        }))}
      />
    </>
  );
}

function idOf({ title }: QuestionGroup): string {
  return title.toLowerCase().replaceAll(" ", "-");
}

function Answered({ id, question, answer, more }: Question) {
  return (
    <details className="group print:[&::details-content]:[content-visibility:visible]">
      <summary className="flex min-h-12 cursor-pointer items-center justify-between gap-4 py-3">
        <h3 className="text-lg sm:text-xl">{question}</h3>
        <span aria-hidden="true" className="text-xl text-muted group-open:rotate-45">
          +
        </span>
      </summary>
      {/* The id is inside, so a link to it opens the details element. */}
      <div id={id} className="max-w-prose scroll-mt-24 space-y-3 pb-6">
        {answer.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {more ? (
          <p>
            <Link to={more.to}>{more.label}</Link>
          </p>
        ) : null}
      </div>
    </details>
  );
}

function faqPage() {
  const entries = questionGroups.flatMap(({ questions }) => questions);
  return {
    "@type": "FAQPage",
    mainEntity: entries.map(({ question, answer }) => ({
      "@type": "Question",
      name: question,
      acceptedAnswer: { "@type": "Answer", text: answer.join(" ") },
    })),
  };
}
