// A reporter of Node's test runner that writes only what failed: the file, the test, and the first lines of why. xtask
// shows it at the end of a run, where a long list of what passed has not pushed it away.

/** How many lines of an error are told. */
const LINES = 6;

export default async function* failures(events) {
  for await (const { type, data } of events) {
    const error = data?.details?.error;
    // A suite fails with its tests, which say more.
    if (type !== "test:fail" || error?.failureType === "subtestsFailed") continue;
    const cause = error?.cause ?? error;
    const why = `${cause?.stack ?? cause ?? "no reason given"}`.split("\n").slice(0, LINES);
    yield `✖ ${data.file?.split("/").at(-1) ?? "?"}: ${data.name}\n${why.map((line) => `    ${line.trim()}\n`).join("")}`;
  }
}
