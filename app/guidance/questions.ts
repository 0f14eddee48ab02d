import { href } from "~/addresses/href";

export type Question = {
  /** Its place in the page's address, for links. */
  id: string;
  question: string;
  /** Paragraphs in plain text: page and search engines get the same words. */
  answer: string[];
  more?: { to: string; label: string };
};
export type QuestionGroup = { title: string; questions: Question[] };

const credits: Question[] = [
  {
    id: "missing-category",
    question: "Which courses fill my missing content category?",
    answer: [
      "Open the listing of your discipline: it shows every approved course with its credits in each content category, or in each subcategory for CQR, with today's prices. Or filter the catalog by discipline and content category and compare prices.",
      "Such totals are a planning aid: the American Registry of Radiologic Technologists (ARRT) decides what counts.",
    ],
    more: { to: href("listings"), label: "Course listings" },
  },
  {
    id: "approved",
    question: "What does it mean that a course is approved?",
    answer: [
      "A continuing education approver has examined the course and given it a number of credits of category A or A+, a reference number, and a first and a last day. You find all of them on the course's page, in the listings and on your certificate.",
      "A completion counts only up to the approval's last day. After it there is no test and no certificate. Listings mark an approval that ends soon, and the shop warns you at purchase.",
    ],
  },
  {
    id: "biennium",
    question: "When does my biennium end?",
    answer: [
      "It runs for two years, from the first day of your birth month to the last day of the month before it. Born in July: it ends on June 30. Born in January: on December 31. Born in March: on February 28, or 29 in a leap year.",
      "Within it technologists need 24 credits, and registered radiologist assistants 50, at least 25 of them of category A+. Credits beyond that are not carried over.",
    ],
    more: { to: `${href("structuredEducation")}#biennium`, label: "Biennium, with examples" },
  },
  {
    id: "counts",
    question: "Can one course count for several requirements?",
    answer: [
      "Yes, for different ones: the biennium counts the course's whole credits, structured education counts its credits in the content categories of your new discipline, CQR counts them by subcategory. These are separate counts of one completion and are never added to each other.",
      "Where a course has no credits distributed to your discipline, it counts nothing for that discipline, whatever its total.",
    ],
  },
  {
    id: "twice",
    question: "Can I take the same course again?",
    answer: [
      "It can't be credited to you twice, also not as another format (book, eBook, test only) or after a new approval. If you bought it here with the same browser, the cart says so before you pay; if you have a certificate for it already, the test stays closed.",
    ],
  },
];

const buying: Question[] = [
  {
    id: "test-only",
    question: "We share one book. What do the others buy?",
    answer: [
      "Test only: the post-test and a certificate of one's own, without the text. One person buys the book or the eBook, everybody else buys the test for less. Each person takes the test alone and gets a certificate in their own name.",
    ],
  },
  {
    id: "department",
    question: "Can our department buy ten at once?",
    answer: [
      "Yes. Choose the quantity; each unit is one person's right to the course. At checkout or later you name who learns with each unit, up to the moment at which that person begins the test. Whom you name gets an e-mail with the way to the courses.",
    ],
  },
  {
    id: "limited-sale",
    question: "What is a limited sale?",
    answer: [
      "A lower price for a stated number of units in all, and at most a stated number for each customer, between two dates. The number that is left is counted from what is really sold and reserved: checkout uses the same figure that the page shows.",
      "If you take more than is left, or more than your share, the rest costs the regular price. You see this split before you pay, and it is charged only if you agree.",
      "When you begin to pay, your units are reserved at their price for the time that the payment page stays open, about half an hour. If you don't pay, others may have them. If a payment arrives after that, it is honored while units remain; otherwise it is refunded and we tell you.",
      "The limit for each customer goes by e-mail address. If a price falls between cart and payment you get the lower one at once; if it rises we ask you first.",
    ],
  },
  {
    id: "after-payment",
    question: "What happens after I have paid?",
    answer: [
      "You get an e-mail with a link to your order. It opens the course at once: an eBook to read online, and the post-test. A printed book is mailed; you need not wait for it to take the test.",
      "Keep that e-mail: the link is your key. If you lose it, choose “Sign in” and enter your e-mail address: we mail you a link, without any password, that shows all your courses, certificates, orders and receipts.",
    ],
  },
  {
    id: "refunds",
    question: "Can I get my money back?",
    answer: [
      "Until a certificate has been issued, within our refund window: open your order (by the link in your receipt, or signed in) and choose “Ask for a refund”. A person answers by e-mail. Once a certificate is issued there is no refund for that unit. You get back what was paid for the unit, discounts counted.",
    ],
  },
];

const learning: Question[] = [
  {
    id: "post-test",
    question: "How does the post-test work?",
    answer: [
      "You pass with 75 percent of the answers right: 15 of 20 passes, 14 of 19 does not, because nothing is rounded up. There are three attempts; after the third failed one the test is locked.",
    ],
  },
  {
    id: "certificate",
    question: "When do I get my certificate?",
    answer: [
      "As soon as you pass. It bears the date of passing in the shop's time zone, your name, the course with its reference number and approver, category A or A+, the credits in total and by discipline and content category, and a number that others can verify. Print it or keep the PDF.",
    ],
  },
  {
    id: "lost-certificate",
    question: "I lost my certificate.",
    answer: [
      "Open the link to your order in the e-mail that came after payment: the certificate is there again, as often as you like. If the e-mail is lost too, write to us from the same address. We keep records for at least 4 years.",
    ],
  },
  {
    id: "verify",
    question: "How can an employer check a certificate?",
    answer: [
      "By the verification address or code that is printed on it. The page shows the name, the course, the date, the credits and whether the certificate is valid, and nothing else.",
    ],
    more: { to: href("verify"), label: "Verify a certificate" },
  },
];

export const questionGroups: QuestionGroup[] = [
  { title: "Credits and rules", questions: credits },
  { title: "Buying", questions: buying },
  { title: "Test and certificate", questions: learning },
];
