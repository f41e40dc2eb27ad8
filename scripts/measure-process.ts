// Loaded with `node --import` before a measured program: writes what the process took to the file that MEASURE_TO names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const measured = { wall: performance.now(), cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
  writeFileSync(process.env.MEASURE_TO ?? '', JSON.stringify(measured));
});
