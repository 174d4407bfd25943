// Answers requests with the other evaluator, in a process of its own. It is licensed under the AGPL, so it is installed into a
// temporary folder when the comparison runs, and nothing of this project imports it.
// Usage: node worker.mjs MODULE < requests (one JSON object a line) > answers (one a line, in order)
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { runSimulation } = await import(pathToFileURL(process.argv[2]).href);
for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const found = await runSimulation(JSON.parse(line), {});
    answer =
      found.resultType === 'error'
        ? { error: JSON.stringify(found.errors).slice(0, 300) }
        : {
            verdict: found.overallResult,
            ignored:
              found.resultType === 'single'
                ? found.result.ignoredContextKeys
                : found.results.flatMap((one) => one.ignoredContextKeys ?? []),
          };
  } catch (error) {
    answer = { error: String(error).slice(0, 300) };
  }
  if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
    await new Promise((done) => process.stdout.once('drain', done));
}
