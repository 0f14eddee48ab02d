import { z } from "zod";
import { PostTestId } from "~/core/ids";
import type { Answers, OpenQuestion } from "./grading";

/** A question's field name; questions are numbered from 0 in code and from 1 on screen. */
export function answerField(question: number): string {
  return `q${question + 1}`;
}

/** A test's form: one choice per question. An unanswered question gets its own error. */
export function answerSheet(questions: OpenQuestion[]) {
  const fields = questions.map(({ choices }, index) => {
    const refusal = `Question ${index + 1} needs an answer.`;
    const choice = z
      .string({ error: refusal })
      .regex(/^\d{1,2}$/, refusal)
      .transform(Number)
      .refine((value) => value < choices.length, refusal);
    return [answerField(index), choice] as const;
  });
  return z
    .object({
      attempt: z.coerce.number().int().min(1),
      test: PostTestId.min(1),
    })
    .and(z.object(Object.fromEntries(fields)))
    .transform(({ attempt, test, ...sheet }) => ({
      attempt,
      test,
      answers: questions.map((_, index) => (sheet as Record<string, number>)[answerField(index)]) as Answers,
    }));
}
