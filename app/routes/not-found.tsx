/** Unknown paths: a 404, shown by the root's error page. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
