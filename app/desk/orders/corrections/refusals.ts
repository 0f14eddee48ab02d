/** Why an act on an order was refused, and what to do. */
export const refusalWords = {
  unreachable: "Stripe can’t be asked just now, so nothing was changed. Try again in a minute.",
  gone: "This mail can’t be sent (any more). Look at what the order offers now.",
  changed: "Somebody else changed this in the meantime. Look at what stands now, then try again.",
  shipped: "A parcel of this order has left already, so its address stays.",
  certified: "The certificate is issued under this name, so it stays as it is.",
  tested: "A test was handed in with this address, so it stays: the certificate belongs to it.",
  "another-person": "A test was handed in under this name already, so only its spelling may change.",
};
