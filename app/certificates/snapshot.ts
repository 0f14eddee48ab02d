import { z } from "zod";
import { creditsByCategory, type Distribution } from "~/catalog/read/course";
import { discipline } from "~/catalog/read/disciplines";
import { type Credits, credits, sumCredits } from "~/core/credits";
import type { Day } from "~/core/dates";

const hundredths = z.number().transform((amount): Credits => credits(amount));

const Category = z.object({ code: z.string(), name: z.string(), credits: hundredths });
const DisciplineCredits = z.object({
  code: z.string(),
  name: z.string(),
  /** First day of the content specification the credits follow. */
  specification: z.string(),
  credits: hundredths,
  categories: z.array(Category),
});

/** EDUCATION 12: everything a certificate says, frozen on the day of passing. */
export const Snapshot = z.object({
  number: z.string(),
  participant: z.string(),
  courseTitle: z.string(),
  referenceNumber: z.string(),
  approver: z.string(),
  category: z.string(),
  credits: hundredths,
  disciplines: z.array(DisciplineCredits),
  /** In the store's time zone. */
  completedOn: z.string(),
  approvalEndsOn: z.string(),
  sponsor: z.string(),
  signatoryName: z.string(),
  signatoryTitle: z.string(),
  verificationUrl: z.string(),
});
export type Snapshot = z.infer<typeof Snapshot>;
export type CertifiedDiscipline = Snapshot["disciplines"][number];

type Facts = {
  number: string;
  verificationUrl: string;
  participant: string;
  courseTitle: string;
  approval: {
    referenceNumber: string;
    approver: string;
    category: string;
    creditsHundredths: number;
    endsOn: Day;
    distributions: Distribution[];
  };
  completedOn: Day;
  shop: { sponsor: string; signatoryName: string; signatoryTitle: string };
};

/** EDUCATION 4: disciplines are listed separately and never added up. Every content category of a discipline is
 *  listed, even with 0 credits. */
export function snapshotOf({ approval, shop, ...facts }: Facts): Snapshot {
  return {
    ...facts,
    referenceNumber: approval.referenceNumber,
    approver: approval.approver,
    category: approval.category,
    credits: credits(approval.creditsHundredths),
    approvalEndsOn: approval.endsOn,
    disciplines: approval.distributions.map((distribution) => {
      const categories = creditsByCategory(distribution).map(({ code, name, credits: amount }) => ({
        code,
        name,
        credits: amount,
      }));
      return {
        code: distribution.discipline,
        name: discipline(distribution.discipline).name,
        specification: distribution.specification,
        credits: sumCredits(categories.map((category) => category.credits)),
        categories,
      };
    }),
    sponsor: shop.sponsor,
    signatoryName: shop.signatoryName,
    signatoryTitle: shop.signatoryTitle,
  };
}
