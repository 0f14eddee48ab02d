/** Why an action was refused, and what to do. */
export const refusalWords = {
  unreachable: "Stripe can’t be reached right now, so nothing was changed. Try again in a minute.",
  gone: "This e-mail can no longer be sent. Check which e-mails the order offers now.",
  changed: "Someone else has changed this. Check the current value, then try again.",
  shipped: "A parcel from this order has already shipped, so its address can’t be changed.",
  certified: "The certificate was issued under this name, so it can’t be changed.",
  tested: "A test was submitted with this address, so it can’t be changed. The certificate belongs to it.",
  "another-person": "A test was submitted under this name, so only the spelling can be corrected.",
};
