import { useEffect, useState } from "react";
import { formatMinutes } from "../read/minutes";

/** Time left as the server told it; with JavaScript it goes on by elapsed time, since the visitor's clock may be wrong.
 *  Not a live region: nobody wants to be told every minute. */
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
