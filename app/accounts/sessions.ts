const minute = 60_000;

/** SECURITY 7.3: a session that nobody uses ends after half an hour, any session after a working day. */
const idleMilliseconds = 30 * minute;
export const absoluteMilliseconds = 12 * 60 * minute;

/** How often a session's last use is written down: seldom enough that reading pages does not mean writing. */
const noteEveryMilliseconds = minute;

type Session = { createdAt: Date; lastSeenAt: Date };

/** Whether the session still signs its member in. Both limits exclude their last instant. */
export function isSessionOpen({ createdAt, lastSeenAt }: Session, now: Date): boolean {
  return (
    now.getTime() - lastSeenAt.getTime() < idleMilliseconds &&
    now.getTime() - createdAt.getTime() < absoluteMilliseconds
  );
}

export function isUseWorthNoting({ lastSeenAt }: Session, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= noteEveryMilliseconds;
}
