import type { NextFunction, Request, Response } from "express";

const localHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Keeps other sites' pages in the developer's browser from paying or using controls: the host must be
 * this machine by name (no DNS rebinding), and a browser's request must come from the stand-in's own pages.
 */
export function requireLocalOrigin(request: Request, response: Response, next: NextFunction): void {
  const host = request.get("host") ?? "";
  const origin = request.get("origin");
  const isLocal = localHost.test(host) && (origin === undefined || origin === `http://${host}`);
  const message = "The stand-in accepts only requests from this machine and its own pages.";
  if (isLocal) next();
  else response.status(403).json({ error: { message } });
}
