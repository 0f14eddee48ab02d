// `npm run price -- FILE` (or standard input): prices the cart of one JSON document, docs/price.md.
import { answerPrice } from "./price/answer-price";

const { status, out, errors } = await answerPrice(process.argv.slice(2), process.stdin);
if (out) console.log(out);
if (errors) console.error(errors);
process.exitCode = status;
