import { Body } from "@react-email/body";
import { Container } from "@react-email/container";
import { Preview } from "@react-email/preview";
import type { ReactNode } from "react";
import type { Letter, Sender } from "./letter";
import { LetterPart } from "./parts";
import { styles, theme } from "./theme";

/** A letter as mail programs show it. It loads nothing and tracks no one. */
export function LetterHtml({ letter, shop }: { letter: Letter; shop: Sender }) {
  const { subject, title, parts, reason, optOutUrl } = letter;
  const first = parts.find((part) => part.kind === "text");
  return (
    <html dir="ltr" lang="en">
      <head>
        <meta content="text/html; charset=UTF-8" httpEquiv="Content-Type" />
        <meta name="x-apple-disable-message-reformatting" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{subject}</title>
        <style>{styles}</style>
      </head>
      <Body className="paper" style={theme.page}>
        <Preview>{first?.text ?? title}</Preview>
        <Container className="paper" style={theme.ground}>
          <Container style={theme.column}>
            <p className="ink" style={theme.shop}>
              {shop.name}
            </p>
            <Card>
              <h1 className="ink" style={theme.title}>
                {title}
              </h1>
              {parts.map((part, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a letter's parts never move
                <LetterPart key={index} part={part} />
              ))}
            </Card>
            <p className="muted" style={theme.foot}>
              {[shop.name, ...shop.address].join(" · ")}
              <br />
              {shop.email} · {shop.phone}
            </p>
            <p className="muted" style={theme.foot}>
              {reason}
              {optOutUrl ? (
                <>
                  {" "}
                  <a className="film" style={theme.link} href={optOutUrl} target="_blank" rel="noreferrer">
                    Stop reminders for this course
                  </a>
                </>
              ) : null}
            </p>
          </Container>
        </Container>
      </Body>
    </html>
  );
}

/** Padding is on the cell: Outlook ignores it on a table. */
function Card({ children }: { children: ReactNode }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} className="surface" style={theme.card}>
      <tbody>
        <tr>
          <td style={theme.cardCell}>{children}</td>
        </tr>
      </tbody>
    </table>
  );
}
