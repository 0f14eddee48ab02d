import { href } from "~/addresses/href";
import { linkDays } from "~/addresses/mailed";
import { ButtonLink } from "~/ui/button";
import { Container, PageHeader } from "~/ui/page";

/** After payment, in a browser that did not order. It names nobody and opens nothing. */
export function ReturnedElsewhere() {
  return (
    <Container narrow>
      <PageHeader title="Check your e-mail">
        <p>
          When the payment is confirmed, we e-mail the receipt to the address given at checkout. Its link opens the
          order for {linkDays.order} days. You can also sign in with that address.
        </p>
      </PageHeader>
      <ButtonLink to={href("accountOrders")}>Sign in to see your orders</ButtonLink>
    </Container>
  );
}
