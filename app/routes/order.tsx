export async function loader(): Promise<Response> {
  throw new Response("Not built yet", { status: 404 });
}
