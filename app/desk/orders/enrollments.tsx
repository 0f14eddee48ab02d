import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import { maximumAttempts } from "~/learning/enrollment/standing";
import { Address } from "~/ui/desk/email-address";
import { NoRows } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import type { OrderPageData } from "./page.server";

/** Learners with their courses, progress and certificates. */
export function OrderEnrollments({ data: { enrollments, timeZone } }: { data: OrderPageData }) {
  if (enrollments.length === 0)
    return <NoRows>None yet. Each unit becomes one person’s enrollment when the order is paid.</NoRows>;
  return (
    <Table
      caption="Enrollments"
      rows={enrollments}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Course",
          cell: ({ title, unit }) => (
            <>
              {title} <span className="font-normal text-muted">unit {unit}</span>
            </>
          ),
        },
        { label: "Learner", cell: ({ participantName }) => participantName ?? "not named yet" },
        {
          label: "E-mail",
          cell: ({ participantEmail }) => (participantEmail ? <Address>{participantEmail}</Address> : ""),
        },
        { label: "Attempts", cell: ({ attemptsUsed }) => `${attemptsUsed} of ${maximumAttempts}`, isFigure: true },
        { label: "Access", cell: ({ withdrawnAt }) => (withdrawnAt ? "withdrawn" : "open") },
        { label: "Passed", cell: ({ passedAt }) => (passedAt ? formatInstant(passedAt, timeZone) : "no") },
        {
          label: "Certificate",
          cell: ({ certificate }) =>
            certificate ? (
              <Link to={href("verifyCertificate", { code: certificate.verificationCode })}>{certificate.number}</Link>
            ) : (
              "none"
            ),
        },
      ]}
    />
  );
}
