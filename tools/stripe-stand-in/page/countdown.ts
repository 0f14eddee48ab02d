/**
 * Counts down the time left and reloads at zero. Uses the seconds computed by the server, because the
 * stand-in's clock may have been moved. Plain script: it is sent to the browser as is.
 */
export const countdown = `
(() => {
  const left = document.getElementById("time-left");
  if (!left) return;
  const end = performance.now() + Number(left.dataset.seconds) * 1000;
  const tick = () => {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    if (seconds <= 0) return location.reload();
    const hours = Math.floor(seconds / 3600), minutes = Math.floor(seconds / 60) % 60;
    const two = (number) => String(number).padStart(2, "0");
    left.textContent = (hours > 0 ? hours + ":" + two(minutes) : minutes) + ":" + two(seconds % 60) + " left";
    setTimeout(tick, 1000);
  };
  tick();
})();
`;
