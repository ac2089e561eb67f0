//! The project's tasks: `cargo xtask <task>`.
//!
//! Knows which task runs which file; each task lives in its own. Every task first sets up what it needs and nothing
//! more, so a fresh clone can start with any of them.

mod bench;
mod names;
mod notices;
mod pictures;
mod serve;
mod setup;
mod sh;
mod site;
mod sizes;
mod styles;
mod test;
mod versions;

const USAGE: &str = "\
cargo xtask <task>

  setup [--wasm-from-debian | --wasm-from-rustup]
                       install what the other tasks need, each part only where it is missing
  build                build the site into dist/, print the sizes and hold them to their limits
  serve [--port N] [--release]
                       build the site and serve it on this machine, again after every change
  test [--fast]        everything that must pass; --fast leaves out the built site and the browsers
  pictures             screenshots of the built site into docs/pictures/
  bench [--runs N] [--only PAGE,PAGE] [--quick]
                       measure the site in a slow phone beside other pages, into docs/performance.md
  fill                 (called by Trunk) put the reports into the page that was just built

The environment variable TONGKET_WASM=debian does for one command what `setup --wasm-from-debian` does for good.
";

fn main() -> std::process::ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match args.as_slice() {
        ["setup"] => setup::all(),
        ["setup", "--wasm-from-debian"] => setup::wasm::choose_debian().and_then(|()| setup::all()),
        ["setup", "--wasm-from-rustup"] => setup::wasm::choose_rustup().and_then(|()| setup::all()),
        ["build"] => site::build(),
        ["serve", options @ ..] => serve::serve(options),
        ["test"] => test::test(false),
        ["test", "--fast"] => test::test(true),
        ["bench", options @ ..] => bench::bench(options),
        ["pictures"] => pictures::pictures(),
        ["fill"] => site::fill(),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            return std::process::ExitCode::SUCCESS;
        }
        _ => {
            eprint!("There is no task `{}`.\n\n{USAGE}", args.join(" "));
            return std::process::ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\nxtask: {sentence}");
            std::process::ExitCode::FAILURE
        }
    }
}
