import { expect, test } from "vitest";
import { credits } from "~/core/credits";
import { Snapshot, snapshotOf } from "./snapshot";

const facts = {
  number: "2026-7K4M-9QXT",
  verificationUrl: "https://shop.example/verify/code",
  participant: "Dana Meyer",
  courseTitle: "CT Radiation Dose",
  approval: {
    referenceNumber: "LCI-1",
    approver: "Lakeshore Council",
    category: "A",
    creditsHundredths: 300,
    endsOn: "2029-02-28",
    distributions: [
      {
        discipline: "CT" as const,
        specification: "2017-07-01",
        credits: new Map([
          ["SA.RSAD", credits(250)],
          ["IP.IF", credits(50)],
        ]),
      },
      { discipline: "R" as const, specification: "2022-01-01", credits: new Map([["SA.RP", credits(125)]]) },
    ],
  },
  completedOn: "2026-11-24",
  shop: { sponsor: "Sponsor, LLC", signatoryName: "I. B.", signatoryTitle: "Director" },
};

test("EDUCATION 12: a certificate says everything it must", () => {
  expect(snapshotOf(facts)).toMatchObject({
    participant: "Dana Meyer",
    courseTitle: "CT Radiation Dose",
    referenceNumber: "LCI-1",
    approver: "Lakeshore Council",
    category: "A",
    credits: 300,
    completedOn: "2026-11-24",
    approvalEndsOn: "2029-02-28",
    sponsor: "Sponsor, LLC",
    signatoryName: "I. B.",
    number: "2026-7K4M-9QXT",
    verificationUrl: "https://shop.example/verify/code",
  });
});

test("EDUCATION 4: credits are listed by discipline and content category, and disciplines are never added up", () => {
  const [ct, r] = snapshotOf(facts).disciplines;
  expect(ct).toMatchObject({ code: "CT", name: "Computed Tomography", credits: 300 });
  expect(ct?.categories.map(({ code, credits: amount }) => `${code} ${amount}`)).toEqual([
    "PC 0",
    "SA 250",
    "IP 50",
    "PR 0",
  ]);
  expect(r).toMatchObject({ code: "R", credits: 125 });
});

test("a snapshot reads back from the database as it was", () => {
  const snapshot = snapshotOf(facts);
  expect(Snapshot.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
});
