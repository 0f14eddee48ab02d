import { z } from "zod";
import { pageOf } from "../objects/page";
import { invalidRequest, missingObject, ok, refuse } from "../objects/problem";
import { taxPlace } from "../objects/tax";
import { makeCalculation } from "../objects/tax-calculation";
import { endpoint } from "./http/endpoint";
import { address, taxBehavior, taxCode } from "./params/address";
import { pageParams } from "./params/list";
import { currency, expand, integer, text } from "./params/params";

const Line = z.strictObject({
  amount: integer(),
  quantity: integer(1, 999_999).default(1),
  reference: text(500).optional(),
  tax_behavior: taxBehavior.exclude(["unspecified"]).optional(),
  tax_code: taxCode.optional(),
});

const Calculation = z.strictObject({
  currency,
  line_items: z.array(Line).min(1, "You must pass at least one line item").max(100, "At most 100 line items"),
  shipping_cost: z
    .strictObject({
      amount: integer(),
      tax_behavior: taxBehavior.exclude(["unspecified"]).optional(),
      tax_code: taxCode.optional(),
    })
    .optional(),
  customer_details: z.strictObject({ address, address_source: z.enum(["billing", "shipping"]) }),
  expand,
});

export const createCalculation = endpoint({
  method: "POST",
  path: "/v1/tax/calculations",
  params: Calculation,
  answers: "calculation",
  check: ({ line_items }) => {
    const references = line_items.flatMap(({ reference }) => reference ?? []);
    if (new Set(references).size === references.length) return undefined;
    return invalidRequest("Each line item's reference must be unique.", { param: "line_items" });
  },
  work: ({ standIn: { world, clock }, params }) => {
    const place = taxPlace(params.customer_details.address);
    if (!place) {
      const message = "The customer's location isn't recognized: give a country, and in the US the state and ZIP code.";
      const details = { code: "customer_tax_location_invalid", param: "customer_details[address]" };
      return refuse(invalidRequest(message, details));
    }
    const { calculation, lines } = makeCalculation(params, place, clock.now());
    const id = String(calculation.id);
    world.taxCalculations[id] = calculation;
    world.taxLines[id] = lines;
    return ok(calculation);
  },
});

export const listCalculationLines = endpoint({
  method: "GET",
  path: "/v1/tax/calculations/:id/line_items",
  params: z.strictObject({ ...pageParams, expand }),
  answers: "leaf",
  work: ({ standIn: { world }, params, id }) => {
    const lines = world.taxLines[id];
    if (!lines) return refuse(missingObject("tax.calculation", id, "calculation"));
    return pageOf(lines, params, { url: `/v1/tax/calculations/${id}/line_items`, kind: "tax.calculation_line_item" });
  },
});
