// The page as a witness against itself: a script that stands first in the served page and tells the server what goes
// wrong in it.
//
// Not every engine tells a test what its console says, and none tells all: here a page tells errors, refused promises,
// files that did not load, what its policy forbade, and everything written to the console, alike in all of them.

/** The last step of the address that the page tells it to. */
export const TOLD = "witness";

/** Where the page finds the witness. */
export const SCRIPT = "witness.js";

export const WITNESS = `(${watch})("${TOLD}")`;

function watch(address) {
  const tell = (words) => {
    // Not a beacon: an answer means that the server knows, so that a test need not wait for more.
    const request = new XMLHttpRequest();
    request.open("POST", address, false);
    request.send(words);
  };
  const error = ({ message, target }) => tell(message ? `error: ${message}` : `not loaded: ${target.outerHTML}`);
  addEventListener("error", error, true);
  addEventListener("unhandledrejection", ({ reason }) => tell(`refused promise: ${reason}`));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    // A policy that forbids every connection forbids this one too.
    if (!blockedURI.endsWith(address)) tell(`forbidden by ${effectiveDirective}: ${blockedURI}`);
  });
  for (const level of ["debug", "error", "info", "log", "trace", "warn"]) {
    console[level] = (...words) => tell(`console.${level}: ${words.map(String).join(" ")}`);
  }
}
