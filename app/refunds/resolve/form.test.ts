import { expect, test } from "vitest";
import { ResolveForm } from "./form";

test("a reason is saved without control characters and can't be empty", () => {
  const read = (reason: string) => ResolveForm.safeParse({ act: "reinstate", reason });
  expect(read(" The price\u0000 had just changed\u0007 ").data?.reason).toBe("The price had just changed");
  expect(read("\u0000").error?.issues).toMatchObject([
    { message: "Enter a reason for your colleagues and the audit log." },
  ]);
});
