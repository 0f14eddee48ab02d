type Option = { value: string; label: string };

/** The choices in a promotion's form. */
export type Choices = Record<"courses" | "disciplines" | "categories" | "approvers", Option[]>;
