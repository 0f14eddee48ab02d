import { z } from "zod";
import { makeCustomer } from "../objects/customer";
import { missingObject, ok, refuse } from "../objects/problem";
import { endpoint } from "./http/endpoint";
import { address, shipping } from "./params/address";
import { email, expand, metadata, text } from "./params/params";

export const createCustomer = endpoint({
  method: "POST",
  path: "/v1/customers",
  params: z.strictObject({
    email: email.optional(),
    name: text(256).optional(),
    phone: text(20).optional(),
    description: text(1000).optional(),
    address: address.optional(),
    shipping: shipping.optional(),
    metadata: metadata.default({}),
    expand,
  }),
  answers: "leaf",
  work: ({ standIn: { world, clock }, params }) => {
    const customer = makeCustomer(params, clock.now());
    world.customers[customer.id] = customer;
    return ok(customer);
  },
});

export const retrieveCustomer = endpoint({
  method: "GET",
  path: "/v1/customers/:id",
  params: z.strictObject({ expand }),
  answers: "leaf",
  work: ({ standIn, id }) => {
    const found = standIn.world.customers[id];
    return found ? ok(found) : refuse(missingObject("customer", id, "id"));
  },
});
