// The first that fits: others call themselves by these names too.
const browsers: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\b(OPR|Opera)\b/, "Opera"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bVersion\/\S+ .*Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "Chromebook"],
  [/\bMac OS X\b|\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];
const longest = 60;

/** The browser and system that a `User-Agent` header names, such as "Firefox on Windows"; of any other program the start of what
 *  it says of itself. Null if it says nothing. */
export function describeDevice(userAgent: string | undefined): string | null {
  const text = (userAgent ?? "").slice(0, 500);
  const nameIn = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(text))?.[1];
  const browser = nameIn(browsers);
  if (browser) return `${browser} on ${nameIn(systems) ?? "an unknown system"}`;
  return (
    text
      .replace(/[^\x20-\x7e]/g, "")
      .trim()
      .slice(0, longest) || null
  );
}
