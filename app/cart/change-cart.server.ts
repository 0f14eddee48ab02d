import { parseWithZod } from "@conform-to/zod/v4";
import { readForm } from "~/core/form/read";
import { CourseFormatId, type OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { changeLines, courseOfFormat } from "./cart.server";
import { CartChange } from "./cart-change";
import { enterCode, removeCode } from "./coupons.server";

/** What went wrong, and the line or code field to show it next to. */
export type CartProblem = { courseFormatId?: CourseFormatId; code?: string; message: string };

type Visitor = { ownOrders: OrderId[]; clientAddress: string };

/** Applies a change from one of the cart's forms. Returns the headers that keep the cart with the visitor. */
export async function changeCart(request: Request, visitor: Visitor): Promise<Result<Headers, CartProblem>> {
  const submission = parseWithZod(await readForm(request), { schema: CartChange });
  if (submission.status !== "success") {
    const { courseFormatId, code, intent } = submission.payload;
    const messages = Object.values(submission.error ?? {}).flatMap((found) => found ?? []);
    const message = messages.join(" ") || "We couldn’t make that change.";
    return failed(
      intent === "enter-code"
        ? { code: String(code ?? ""), message }
        : { courseFormatId: CourseFormatId.parse(String(courseFormatId ?? "")), message },
    );
  }
  const change = submission.value;
  switch (change.intent) {
    case "enter-code": {
      const entered = await enterCode(request, { typed: change.code, ...visitor });
      return entered.ok ? entered : failed({ code: change.code, message: entered.problem });
    }
    case "remove-code":
      return ok(await removeCode(request, change.code));
    default: {
      const { intent, courseFormatId } = change;
      if (intent !== "remove" && !(await courseOfFormat(courseFormatId)))
        return failed({ courseFormatId, message: "This course is no longer sold here." });
      const changed = await changeLines(request, change);
      return changed.ok ? changed : failed({ courseFormatId, message: changed.problem });
    }
  }
}
