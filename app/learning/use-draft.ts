import { type RefObject, useCallback, useEffect, useState } from "react";

/** Keeps the answers that were not sent yet in this tab's own memory, so that a reload or a way back loses nothing.
 *  Returns how many questions are answered (undefined until scripts run) and what to call on a change. */
export function useDraft(form: RefObject<HTMLFormElement>, key: string) {
  const [answered, setAnswered] = useState<number>();

  const count = useCallback(() => {
    if (form.current) setAnswered(form.current.querySelectorAll("input[type=radio]:checked").length);
  }, [form]);

  useEffect(() => {
    for (const [name, value] of Object.entries(readDraft(key))) {
      const group =
        form.current?.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(name)}"]`) ?? [];
      // What the page came with is newer than the draft.
      if ([...group].some((radio) => radio.checked)) continue;
      for (const radio of group) if (radio.value === value) radio.checked = true;
    }
    count();
  }, [form, key, count]);

  const save = useCallback(() => {
    count();
    const chosen = form.current?.querySelectorAll<HTMLInputElement>("input[type=radio]:checked") ?? [];
    writeDraft(key, Object.fromEntries([...chosen].map(({ name, value }) => [name, value])));
  }, [form, key, count]);

  return { answered, save };
}

/** Once an attempt is graded its draft is of no more use. */
export function useForgetDraft(key: string): void {
  useEffect(() => {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // No storage: nothing to forget.
    }
  }, [key]);
}

function readDraft(key: string): Record<string, string> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    return stored && typeof stored === "object" ? (stored as Record<string, string>) : {};
  } catch {
    // A browser without storage, or with another's text in it: the form just begins empty.
    return {};
  }
}

function writeDraft(key: string, draft: Record<string, string>): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full or forbidden: the answers are still in the form.
  }
}
