import { Container } from "~/ui/page";

type Props = { shop: { name: string; email: string; phone: string; address: string[] } };

export function SiteFooter({ shop }: Props) {
  return (
    <footer className="mt-auto border-t border-line bg-sunken py-10 text-sm print:hidden">
      <Container className="space-y-2 text-muted">
        <p className="font-serif text-lg text-ink">{shop.name}</p>
        <p>{shop.address.join(", ")}</p>
        <p>
          <a href={`mailto:${shop.email}`}>{shop.email}</a> · {shop.phone}
        </p>
        <p className="max-w-prose">
          Credit totals are a planning aid; the American Registry of Radiologic Technologists (ARRT) decides what
          counts. This shop is independent of ARRT and ASRT.
        </p>
      </Container>
    </footer>
  );
}
