import { expect, test } from "vitest";
import { shortenLink } from "./link";

test.each([
  { story: "blank figures fall away", fields: ["left-a=", "allowed-a=+", "left-b=0"], link: "left-b=0" },
  {
    story: "rows stay whole, those that were taken away too",
    fields: ["format=", "quantity=3", "format=iv.ebook", "quantity="],
    link: "format=&quantity=3&format=iv.ebook&quantity=",
  },
  { story: "a blank time stays and is reported", fields: ["at=", "codes="], link: "at=&codes=" },
  { story: "every ticked promotion stays", fields: ["use=a", "use=b"], link: "use=a&use=b" },
])("$story", ({ fields, link }) => {
  expect(shortenLink(new URLSearchParams(fields.join("&"))).toString()).toBe(link);
});
