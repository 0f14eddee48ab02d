import { expect, test } from "vitest";
import { shortenLink } from "./link";

test.each([
  { story: "blank figures are dropped", fields: ["left-a=", "allowed-a=+", "left-b=0"], link: "left-b=0" },
  {
    story: "rows stay whole, including removed ones",
    fields: ["format=", "quantity=3", "format=iv.ebook", "quantity="],
    link: "format=&quantity=3&format=iv.ebook&quantity=",
  },
  { story: "a blank time stays and is reported", fields: ["at=", "codes="], link: "at=&codes=" },
  { story: "every checked promotion stays", fields: ["use=a", "use=b"], link: "use=a&use=b" },
])("$story", ({ fields, link }) => {
  expect(shortenLink(new URLSearchParams(fields.join("&"))).toString()).toBe(link);
});
