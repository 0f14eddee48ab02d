import { classes } from "~/ui/classes";

export type Tone = "good" | "open" | "sale" | "wrong" | "over";

const tones: Record<Tone, string> = {
  good: "bg-good-wash text-good",
  open: "bg-film-wash text-film",
  sale: "bg-amber-wash text-amber",
  wrong: "bg-wrong-wash text-wrong",
  over: "bg-sunken text-muted",
};

export function Badge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={classes("inline-block px-2 py-0.5 text-sm font-semibold whitespace-nowrap", tones[tone])}>
      {children}
    </span>
  );
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
