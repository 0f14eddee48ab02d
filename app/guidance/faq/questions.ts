import { href } from "~/addresses/href";

export type Question = {
  /** Anchor on the page, for links. */
  id: string;
  question: string;
  /** Plain-text paragraphs: the page and search engines get the same text. */
  answer: string[];
  more?: { to: string; label: string };
};
export type QuestionGroup = { title: string; questions: Question[] };

const credits: Question[] = [
  {
    id: "missing-category",
    question: "Which courses count toward the content category I’m missing?",
    answer: [
      "Check the listing for your discipline. It shows every approved course with its credits in each content category, or in each subcategory for CQR, and today’s prices. Or filter the catalog by discipline and content category to compare prices.",
      "These totals are for planning only: the American Registry of Radiologic Technologists (ARRT) decides what counts.",
    ],
    more: { to: href("listings"), label: "Course listings" },
  },
  {
    id: "approved",
    question: "What does it mean for a course to be approved?",
    answer: [
      "A continuing education approver has reviewed the course and assigned it a number of category A or A+ credits, a reference number, and a first and last day. You’ll find all of them on the course page, in the listings, and on your certificate.",
      "A completion counts only through the approval’s last day. After that, the test closes and no certificate can be issued. Listings mark approvals that end soon, and the shop warns you when you buy.",
    ],
  },
  {
    id: "biennium",
    question: "When does my biennium end?",
    answer: [
      "It runs for two years, from the first day of your birth month through the last day of the month before it. If you were born in July, it ends on June 30; in January, on December 31; in March, on February 28, or 29 in a leap year.",
      "In each biennium, technologists need 24 credits, and registered radiologist assistants need 50, at least 25 of them in category A+. Extra credits don’t carry over.",
    ],
    more: { to: `${href("structuredEducation")}#biennium`, label: "The biennium, with examples" },
  },
  {
    id: "counts",
    question: "Can one course count toward several requirements?",
    answer: [
      "Yes. The biennium counts the course’s full credits, structured education counts its credits in the content categories of your new discipline, and CQR counts them by subcategory. These are separate counts of one completion and are never added together.",
      "If a course has no credits distributed to your discipline, it doesn’t count toward that discipline, no matter how many credits it has in total.",
    ],
  },
  {
    id: "twice",
    question: "Can I take the same course again?",
    answer: [
      "It can’t earn you credit twice, even in another format (book, eBook, test only) or under a new approval. If you bought it here with the same browser, the cart warns you before you pay; if you already have a certificate for it, the test stays closed.",
    ],
  },
];

const buying: Question[] = [
  {
    id: "test-only",
    question: "We’re sharing one book. What should the others buy?",
    answer: [
      "Test only: the post-test and your own certificate, without the text. One person buys the book or eBook, and everyone else buys just the test for less. Each person takes the test alone and gets a certificate in their own name.",
    ],
  },
  {
    id: "department",
    question: "Can our department buy several at once?",
    answer: [
      "Yes. Choose the quantity; each unit is for one person. At checkout or later, name the learner for each unit; you can change the learner until that person starts the test. Learners named at checkout get an e-mail with links to their courses.",
    ],
  },
  {
    id: "limited-sale",
    question: "What is a limited sale?",
    answer: [
      "A lower price for a set number of units in total, and a set number per customer, between two dates. The number left reflects actual sales and reservations: checkout uses the same number the page shows.",
      "If you order more than are left, or more than the limit per customer, the rest are at the regular price. You see this split before you pay, and you’re charged only if you agree.",
      "When you continue to payment, your units are reserved at their price while the payment page stays open, about 30 minutes. If you don’t pay, they go back on sale. If a payment arrives after that, we honor it while units remain; otherwise we refund it and let you know.",
      "The limit per customer goes by e-mail address. If a price drops between cart and payment, you get the lower price automatically; if it goes up, we ask you first.",
    ],
  },
  {
    id: "after-payment",
    question: "What happens after I pay?",
    answer: [
      "You get an e-mail with a link to your order, where you can start right away: read an eBook online and take the post-test. A printed book is mailed; you don’t have to wait for it to take the test.",
      "Keep that e-mail: the link is your key. If you lose it, choose “Sign in” and enter your e-mail address. We’ll e-mail you a link, no password needed, to all your courses, certificates, orders, and receipts.",
    ],
  },
  {
    id: "refunds",
    question: "Can I get my money back?",
    answer: [
      "Yes, within our refund window, until a certificate is issued. Open your order (from the link in your receipt, or signed in) and choose “Request a refund.” A person will answer by e-mail. Once a certificate is issued, there is no refund for that unit. You get back what you paid for the unit after discounts.",
    ],
  },
];

const learning: Question[] = [
  {
    id: "post-test",
    question: "How does the post-test work?",
    answer: [
      "You pass with 75 percent of the answers correct: 15 of 20 passes, but 14 of 19 doesn’t, because nothing is rounded up. You have three attempts; after the third failed attempt, the test is locked.",
    ],
  },
  {
    id: "certificate",
    question: "When do I get my certificate?",
    answer: [
      "As soon as you pass. It shows the date you passed in the shop’s time zone, your name, the course with its reference number and approver, category A or A+, the credits in total and by discipline and content category, and a code that others can use to verify it. Print it or keep the PDF.",
    ],
  },
  {
    id: "lost-certificate",
    question: "What if I lose my certificate?",
    answer: [
      "Open the link to your order in the e-mail we sent after payment: you can download the certificate there as often as you like. If you lost the e-mail too, e-mail us from the same address. We keep records for at least 4 years.",
    ],
  },
  {
    id: "verify",
    question: "How can an employer check a certificate?",
    answer: [
      "With the verification address or code printed on it. The page shows the name, the course, the date, the credits, and whether the certificate is valid, and nothing else.",
    ],
    more: { to: href("verify"), label: "Verify a certificate" },
  },
];

export const questionGroups: QuestionGroup[] = [
  { title: "Credits and rules", questions: credits },
  { title: "Buying", questions: buying },
  { title: "Tests and certificates", questions: learning },
];
