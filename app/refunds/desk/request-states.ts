export const requestStateNames = { open: "waits", granted: "granted", declined: "declined" } as const;
