const minute = 60_000;
const day = 24 * 60 * minute;

export type SessionLimits = {
  /** Idle and absolute session limits. */
  idleMilliseconds: number;
  absoluteMilliseconds: number;
  /** Minimum time between updates of the last use, so page views rarely write. */
  noteEveryMilliseconds: number;
};

/** SECURITY 7.3: a session ends after half an hour without use, and after twelve hours in any case. */
export const staffLimits: SessionLimits = {
  idleMilliseconds: 30 * minute,
  absoluteMilliseconds: 12 * 60 * minute,
  noteEveryMilliseconds: minute,
};

/** SECURITY 7.3: learners come back every few weeks on their own device. A session opens nothing that the links in
 *  their mail don't. */
export const customerLimits: SessionLimits = {
  idleMilliseconds: 30 * day,
  absoluteMilliseconds: 90 * day,
  noteEveryMilliseconds: 60 * minute,
};

type Session = { createdAt: Date; lastSeenAt: Date };

/** Whether the session is still valid. Both limits exclude their last instant. */
export function isSessionOpen({ createdAt, lastSeenAt }: Session, limits: SessionLimits, now: Date): boolean {
  return (
    now.getTime() - lastSeenAt.getTime() < limits.idleMilliseconds &&
    now.getTime() - createdAt.getTime() < limits.absoluteMilliseconds
  );
}

export function shouldRecordUse({ lastSeenAt }: Session, limits: SessionLimits, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= limits.noteEveryMilliseconds;
}
