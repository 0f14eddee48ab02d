import { Button } from "@react-email/button";
import type { ReactNode } from "react";
import { assertNever } from "~/core/result";
import type { Item, Part } from "./letter";
import { theme } from "./theme";

export function LetterPart({ part }: { part: Part }) {
  switch (part.kind) {
    case "text":
      return <Paragraph>{part.text}</Paragraph>;
    case "quote":
      return (
        <>
          <p className="muted" style={{ ...theme.note, margin: "0 0 6px" }}>
            {part.by}
          </p>
          <p className="ink line" dir="auto" style={theme.quote}>
            {part.text}
          </p>
        </>
      );
    case "items":
      return (
        <Table>
          {part.items.map((item) => (
            <ItemRow key={`${item.title} ${item.formatName} ${item.prices} ${item.explanation}`} item={item} />
          ))}
        </Table>
      );
    case "totals":
      return (
        <Table>
          {part.rows.map(({ label, amount }, index) => (
            <Row key={label} label={label} value={amount} isSum={index === part.rows.length - 1} />
          ))}
        </Table>
      );
    case "facts":
      return (
        <Table>
          {part.rows.map(({ label, lines }) => (
            <tr key={label}>
              <td className="ink line" style={theme.cell}>
                <span className="muted" style={theme.note}>
                  {label}
                </span>
                {lines.map((line) => (
                  <span key={line} dir="auto" style={{ display: "block" }}>
                    {line}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </Table>
      );
    case "links":
      return (
        <Table>
          {part.rows.map(({ label, notes, url }) => (
            <tr key={url}>
              <td className="ink line" style={theme.cell}>
                <a className="film" style={theme.link} href={url} target="_blank" rel="noreferrer">
                  {label}
                </a>
                {notes.map((note) => (
                  <Note key={note}>{note}</Note>
                ))}
              </td>
            </tr>
          ))}
        </Table>
      );
    case "button":
      return (
        <>
          {part.lead ? <Paragraph>{part.lead}</Paragraph> : null}
          <p className="ink" style={theme.paragraph}>
            <Button className="button" style={theme.button} href={part.url} rel="noreferrer">
              {part.label}
            </Button>
          </p>
        </>
      );
    default:
      return assertNever(part);
  }
}

function Paragraph({ children }: { children: string }) {
  return (
    <p className="ink" style={theme.paragraph}>
      {children}
    </p>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <span className="muted" style={theme.note}>
      {children}
    </span>
  );
}

/** A one-column table is marked as layout for screen readers. */
function Table({ children }: { children: ReactNode }) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} style={theme.table}>
      <tbody>{children}</tbody>
    </table>
  );
}

function ItemRow({ item: { quantity, title, formatName, prices, explanation, amount } }: { item: Item }) {
  return (
    <tr>
      <td className="ink line" style={theme.cell}>
        {quantity} × {title}
        <Note>{[formatName, prices].filter(Boolean).join(", ")}</Note>
        {explanation ? <Note>{explanation.split(/(−\S+)/).map(unbroken)}</Note> : null}
      </td>
      {amount === undefined ? null : (
        <td className="ink line" style={{ ...theme.cell, ...theme.amount }}>
          {amount}
        </td>
      )}
    </tr>
  );
}

/** Every second piece is a signed amount. */
function unbroken(piece: string, index: number): ReactNode {
  return index % 2 === 0 ? (
    piece
  ) : (
    <span key={piece} style={{ whiteSpace: "nowrap" }}>
      {piece}
    </span>
  );
}

function Row({ label, value, isSum }: { label: string; value: string; isSum: boolean }) {
  const style = { ...theme.cell, ...(isSum ? theme.total : {}) };
  const line = isSum ? "sum" : "line";
  return (
    <tr>
      <td className={`ink ${line}`} style={style}>
        {label}
      </td>
      <td className={`ink ${line}`} style={{ ...style, ...theme.amount }}>
        {value}
      </td>
    </tr>
  );
}
