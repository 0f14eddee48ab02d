import { type RefObject, useCallback, useEffect, useState } from "react";

/** Keeps unsent answers in this tab's session storage, so a reload or the back button loses nothing. Returns how many
 *  questions are answered (undefined until JavaScript runs) and a change handler. */
export function useDraft(form: RefObject<HTMLFormElement>, key: string) {
  const [answered, setAnswered] = useState<number>();

  const count = useCallback(() => {
    if (form.current) setAnswered(form.current.querySelectorAll("input[type=radio]:checked").length);
  }, [form]);

  useEffect(() => {
    for (const [name, value] of Object.entries(readDraft(key))) {
      const group =
        form.current?.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(name)}"]`) ?? [];
      // Answers in the page are newer than the draft.
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

/** Deletes the draft of a graded attempt. */
export function useForgetDraft(key: string): void {
  useEffect(() => {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // No storage, so nothing to delete.
    }
  }, [key]);
}

function readDraft(key: string): Record<string, string> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    return stored && typeof stored === "object" ? (stored as Record<string, string>) : {};
  } catch {
    // No storage or invalid content: the form starts empty.
    return {};
  }
}

function writeDraft(key: string, draft: Record<string, string>): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is full or blocked; the answers are still in the form.
  }
}
