import type { SubmissionResult } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { useRef } from "react";
import type { PostTestId } from "~/core/ids";
import { Button } from "~/ui/button";
import { classes } from "~/ui/classes";
import { ErrorSummary } from "~/ui/field";
import { answerField } from "./answers";
import type { OpenQuestion } from "./grading";
import { useDraft } from "./use-draft";

type Props = {
  questions: OpenQuestion[];
  attempt: number;
  postTestId: PostTestId;
  draftKey: string;
  result?: SubmissionResult<string[]>;
};

/** All questions in one form. Given answers are kept if it is refused, even without JavaScript. */
export function TestForm({ questions, attempt, postTestId, draftKey, result }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const { answered, save } = useDraft(form, draftKey);
  const isSending = useNavigation().state !== "idle";
  const sent = result?.initialValue;
  const problems = Object.entries(result?.error ?? {}).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ id: name === "" ? undefined : name, message })),
  );
  return (
    <Form method="post" ref={form} onChange={save} className="space-y-10" noValidate>
      <ErrorSummary problems={problems} />
      <input type="hidden" name="attempt" value={attempt} />
      <input type="hidden" name="test" value={postTestId} />
      <ol className="space-y-10">
        {questions.map((question, index) => (
          <li key={question.stem}>
            <Question
              question={question}
              index={index}
              of={questions.length}
              sent={sent?.[answerField(index)]}
              errors={result?.error?.[answerField(index)] ?? undefined}
            />
          </li>
        ))}
      </ol>
      <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
        {answered === undefined ? null : <Progress answered={answered} of={questions.length} />}
        <Button disabled={isSending} className="ml-auto">
          {isSending ? "Submitting…" : "Submit answers"}
        </Button>
      </div>
    </Form>
  );
}

type QuestionProps = { question: OpenQuestion; index: number; of: number; sent: unknown; errors?: string[] };

function Question({ question, index, of, sent, errors }: QuestionProps) {
  const name = answerField(index);
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      aria-describedby={errors ? `${name}-error` : undefined}
      className={classes("outline-none", errors && "border-l-4 border-wrong pl-4")}
    >
      <legend className="w-full">
        <span className="tabular text-sm text-muted">
          Question {index + 1} of {of}
        </span>
        <span className="mt-1 block font-serif text-xl leading-snug">{question.stem}</span>
      </legend>
      {errors ? (
        <p id={`${name}-error`} className="mt-2 text-sm font-semibold text-wrong">
          {errors.join(" ")}
        </p>
      ) : null}
      <div className="mt-3 space-y-2">
        {question.choices.map((choice, value) => (
          <label
            key={choice}
            className="flex min-h-11 cursor-pointer items-start gap-3 rounded-sm border border-line bg-surface px-4 py-2.5 hover:border-line-strong has-checked:border-film has-checked:bg-film-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-film"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={sent === String(value)}
              className="mt-1 size-5 shrink-0 accent-film outline-none"
            />
            <span>{choice}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Progress({ answered, of }: { answered: number; of: number }) {
  return (
    <div className="flex min-w-0 items-center gap-3">
      <svg aria-hidden="true" width="96" height="6" className="max-sm:hidden">
        <rect width="96" height="6" rx="3" className="fill-line" />
        <rect width={(96 * answered) / of} height="6" rx="3" className="fill-film" />
      </svg>
      <p className="tabular text-sm">
        {answered} of {of} answered
      </p>
    </div>
  );
}
