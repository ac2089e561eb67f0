//! Serving the site on this machine, built again after every change of source, style, reports or page.

use std::net::TcpListener;
use std::process::Command;

use crate::setup::{self, Need};
use crate::sh::Outcome;
use crate::site;

const FIRST_PORT: u16 = 8080;
const USAGE: &str = "`cargo xtask serve` takes `--port N` and `--release`";

/// Serves until it is stopped.
pub fn serve(options: &[&str]) -> Outcome {
    let (wanted, release) = parse(options)?;
    setup::ensure(Need::Build)?;
    let port = (wanted..wanted.saturating_add(50)).find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok());
    let port = port.ok_or_else(|| format!("Every port from {wanted} on is taken; name another with `--port`."))?;
    if port != wanted {
        println!("Port {wanted} is taken.");
    }
    println!("Building first; then the site is at\nhttp://127.0.0.1:{port}/");
    let mut trunk = site::trunk("serve");
    // A folder of its own, so that what `cargo xtask build` made stays what it was.
    trunk.args(["--address", "127.0.0.1", "--serve-base", "/", "--dist", "target/serve", "--port", &port.to_string()]);
    // Looking twice a second: many editors save by putting a new file in place of the old one, and a watch on the page
    // itself would stay with the old file.
    trunk.args(["--poll", "--poll-interval=500ms", "--disable-address-lookup=true"]);
    if release {
        trunk.arg("--release");
    }
    become_program(trunk)
}

fn parse(options: &[&str]) -> Outcome<(u16, bool)> {
    let (mut port, mut release) = (FIRST_PORT, false);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match *option {
            "--release" => release = true,
            "--port" => {
                let given = options.next().and_then(|given| given.parse().ok());
                port = given.ok_or_else(|| format!("{USAGE}, and the port is a number up to 65535."))?;
            }
            other => return Err(format!("{USAGE}, not `{other}`.")),
        }
    }
    Ok((port, release))
}

/// Gives this process to Trunk, so that whoever stops xtask stops the server.
#[cfg(unix)]
fn become_program(mut command: Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    Err(format!("trunk could not be started: {}.", command.exec()))
}

#[cfg(not(unix))]
fn become_program(mut command: Command) -> Outcome {
    crate::sh::run(&mut command)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn options_are_read_in_any_order() {
        assert_eq!(parse(&[]), Ok((8080, false)));
        assert_eq!(parse(&["--release", "--port", "9000"]), Ok((9000, true)));
        assert!(parse(&["--port"]).is_err());
        assert!(parse(&["--port", "70000"]).is_err());
        assert!(parse(&["--open"]).unwrap_err().contains("--open"));
    }
}
