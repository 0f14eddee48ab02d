const minute = 60_000;
const day = 24 * 60 * minute;

export type SessionLimits = {
  /** Without use it ends after so long; whatever its use, after so long. */
  idleMilliseconds: number;
  absoluteMilliseconds: number;
  /** How often its last use is written down: seldom enough that reading pages does not mean writing. */
  noteEveryMilliseconds: number;
};

/** SECURITY 7.3: a session that nobody uses ends after half an hour, any session after a working day. */
export const staffLimits: SessionLimits = {
  idleMilliseconds: 30 * minute,
  absoluteMilliseconds: 12 * 60 * minute,
  noteEveryMilliseconds: minute,
};

/** SECURITY 7.3: a learner comes back every few weeks, on a device of their own. What a session opens is what the links in
 *  their mail open without one. */
export const customerLimits: SessionLimits = {
  idleMilliseconds: 30 * day,
  absoluteMilliseconds: 90 * day,
  noteEveryMilliseconds: 60 * minute,
};

type Session = { createdAt: Date; lastSeenAt: Date };

/** Whether the session still signs somebody in. Both limits exclude their last instant. */
export function isSessionOpen({ createdAt, lastSeenAt }: Session, limits: SessionLimits, now: Date): boolean {
  return (
    now.getTime() - lastSeenAt.getTime() < limits.idleMilliseconds &&
    now.getTime() - createdAt.getTime() < limits.absoluteMilliseconds
  );
}

export function isUseWorthNoting({ lastSeenAt }: Session, limits: SessionLimits, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= limits.noteEveryMilliseconds;
}
