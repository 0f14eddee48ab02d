import { useEffect, useState } from "react";
import { formatMinutes } from "../read/minutes";

/** Time left according to the server, counted down by elapsed time because the visitor's clock may be wrong. Not a
 *  live region: announcing every minute would annoy. */
export function Countdown({ minutesLeft }: { minutesLeft: number }) {
  const [left, setLeft] = useState(minutesLeft);
  useEffect(() => {
    const start = performance.now();
    const tick = () => setLeft(Math.max(0, minutesLeft - Math.floor((performance.now() - start) / 60_000)));
    tick();
    const timer = setInterval(tick, 10_000);
    return () => clearInterval(timer);
  }, [minutesLeft]);
  return <span className="tabular whitespace-nowrap">{formatMinutes(left)} left</span>;
}
