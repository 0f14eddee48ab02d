import { Body } from "@react-email/body";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Html } from "@react-email/html";
import { Preview } from "@react-email/preview";
import type { Letter, Sender } from "./letter";
import { darkStyles, look } from "./letter-look";
import { LetterPart } from "./letter-parts";

/** A letter as mail programs show it. It loads nothing from anywhere and counts nobody. */
export function LetterHtml({ letter, shop }: { letter: Letter; shop: Sender }) {
  const { subject, title, parts, reason, optOutUrl } = letter;
  const first = parts.find((part) => part.kind === "text");
  return (
    <Html lang="en">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{subject}</title>
        <style>{darkStyles}</style>
      </Head>
      <Body className="paper" style={look.page}>
        <Preview>{first?.text ?? title}</Preview>
        <Container style={look.column}>
          <p className="ink" style={look.shop}>
            {shop.name}
          </p>
          <Container className="surface" style={look.card}>
            <h1 className="ink" style={look.title}>
              {title}
            </h1>
            {parts.map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a letter is written once and its parts never move
              <LetterPart key={index} part={part} />
            ))}
          </Container>
          <p className="muted" style={look.foot}>
            {[shop.name, ...shop.address].join(" · ")}
            <br />
            {shop.email} · {shop.phone}
          </p>
          <p className="muted" style={look.foot}>
            {reason}
            {optOutUrl ? (
              <>
                {" "}
                <a className="film" style={look.link} href={optOutUrl} target="_blank" rel="noreferrer">
                  No more reminders for this course
                </a>
              </>
            ) : null}
          </p>
        </Container>
      </Body>
    </Html>
  );
}
