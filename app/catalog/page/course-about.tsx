import type { CourseView } from "./course-view";

export function CourseAbout({ view }: { view: CourseView }) {
  return (
    <section aria-labelledby="about">
      <h2 id="about" className="text-3xl">
        About this course
      </h2>
      <p className="mt-4 max-w-prose font-serif text-xl leading-relaxed">{view.summary}</p>
      <h3 className="mt-8 text-xl">What you will be able to do</h3>
      <ul className="mt-3 max-w-prose list-disc space-y-2 pl-5 marker:text-line-strong">
        {view.objectives.map((objective) => (
          <li key={objective}>{objective}</li>
        ))}
      </ul>
    </section>
  );
}
