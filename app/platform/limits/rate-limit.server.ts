import { networkOf } from "./network";
import { createStoredLimit } from "./stored-limit.server";

/** How many networks of one site may use up a limit before the site itself is limited. */
const networksPerSite = 8;

/** Allows `points` uses of a key within `seconds`, over all processes (SECURITY 50). `name` tells the limit from others. */
export function createRateLimit(name: string, points: number, seconds: number) {
  const limit = createStoredLimit(name, points, seconds);
  return {
    /** Seconds to wait, or 0 if this use is allowed. */
    use: async (key: string): Promise<number> => (await limit.use(key)).seconds,
    /** Takes back an allowed use that turned out to be harmless. */
    giveBack: limit.giveBack,
  };
}

/** The same for a visitor's network: an IPv4 address or an IPv6 /64, and within a wider limit the /48 around it. `context` is
 *  what else the key holds. */
export function createNetworkLimit(name: string, points: number, seconds: number) {
  const near = createRateLimit(name, points, seconds);
  const wide = createRateLimit(`${name}-wide`, points * networksPerSite, seconds);
  return {
    /** Seconds to wait, or 0 if this use is allowed. */
    async use(clientAddress: string): Promise<number> {
      const network = networkOf(clientAddress);
      return (await near.use(network.near)) || (network.wide ? await wide.use(network.wide) : 0);
    },
    /** Takes back an allowed use that turned out to be harmless. */
    async giveBack(clientAddress: string): Promise<void> {
      const network = networkOf(clientAddress);
      await near.giveBack(network.near);
      if (network.wide) await wide.giveBack(network.wide);
    },
  };
}
