type Option = { value: string; label: string };

/** What the form of a promotion offers to choose from. */
export type Choices = Record<"courses" | "disciplines" | "categories" | "approvers", Option[]>;
