//! Running other programs, and saying what happens meanwhile.
//!
//! Two ways: [`run`] passes a program's output through unchanged; [`quiet`] writes it to a log and shows its end only
//! when the program fails. Knows nothing of the project's tasks.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A value, or one sentence for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

/// How long a quiet program may work before a line says that it still does.
const HEARTBEAT: Duration = Duration::from_secs(60);

/// The root of the project, as cargo tells it now: where two checkouts share a target folder, the one that xtask was
/// compiled in may be the other one.
pub fn root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&xtask).parent().expect("xtask/ lies in the project").to_owned()
}

/// Where the tools that `setup` installs live. Fixed, whatever `CARGO_TARGET_DIR` says.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// The text of a file of the project.
pub fn read(path: &str) -> Outcome<String> {
    fs::read_to_string(root().join(path)).map_err(|error| format!("{path} cannot be read: {error}."))
}

/// A program to run in the root of the project, with the project's tools first on its PATH.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).env("PATH", search_path());
    // `cargo run` describes xtask to its child. A cargo that we start must not take that for itself.
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"].iter().any(|start| name.starts_with(start)) {
            command.env_remove(name.as_ref());
        }
    }
    command
}

fn search_path() -> OsString {
    let ours = [tools().join("bin"), tools().join("npm/node_modules/.bin")];
    let others = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(ours.into_iter().chain(std::env::split_paths(&others))).unwrap_or(others)
}

/// Where a program is, if it is on the PATH or among the project's tools.
pub fn find(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&search_path()).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// What a program prints on standard output, trimmed; `None` if it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program is there and ends well.
pub fn succeeds(command: &mut Command) -> bool {
    output(command).is_some()
}

/// Runs a program with its output passed through.
pub fn run(command: &mut Command) -> Outcome {
    let line = shown(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` ended with {status}.")),
        Err(error) => Err(format!("`{line}` could not be started: {error}.")),
    }
}

/// Runs a program with its output in `target/tools/log/<name>.log`, and shows the end of it if the program fails.
pub fn quiet(name: &str, command: &mut Command) -> Outcome {
    let folder = tools().join("log");
    let path = folder.join(format!("{}.log", name.replace([' ', '/'], "-")));
    let broken = |error: std::io::Error| format!("{} cannot be written: {error}.", path.display());
    fs::create_dir_all(&folder).map_err(broken)?;
    let log = File::create(&path).map_err(broken)?;
    command.stdin(Stdio::null()).stdout(log.try_clone().map_err(broken)?).stderr(log);
    let line = shown(command);
    let mut child = command.spawn().map_err(|error| format!("`{line}` could not be started: {error}."))?;
    let start = Instant::now();
    let mut beats = 1;
    let status = loop {
        if let Some(status) = child.try_wait().map_err(|error| format!("`{line}` was lost: {error}."))? {
            break status;
        }
        if start.elapsed() > HEARTBEAT * beats {
            beats += 1;
            println!("setup  {name}: still working after {}: {}", took(start.elapsed()), tail(&path, 1).trim());
        }
        std::thread::sleep(Duration::from_millis(50));
    };
    if status.success() {
        return Ok(());
    }
    Err(format!("`{line}` ended with {status}; the last lines of its output were:\n{}", tail(&path, 20)))
}

/// A program that needs the rights of root: as it is for root, else through `sudo` where that asks for no password.
pub fn as_root(program: &str) -> Outcome<Command> {
    if output(command("id").arg("-u")).as_deref() == Some("0") {
        return Ok(command(program));
    }
    if succeeds(command("sudo").args(["-n", "true"])) {
        let mut sudo = command("sudo");
        sudo.args(["-n", program]);
        return Ok(sudo);
    }
    Err(format!("`{program}` needs root, and `sudo` would ask for a password here"))
}

/// A length of time for people: `0.4 s`, `12 s`, `4 min 58 s`.
pub fn took(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 60.. => format!("{} min {} s", seconds / 60, seconds % 60),
        seconds @ 10.. => format!("{seconds} s"),
        _ => format!("{:.1} s", time.as_secs_f64()),
    }
}

fn shown(command: &Command) -> String {
    let parts = std::iter::once(command.get_program()).chain(command.get_args());
    parts.map(|part| part.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

fn tail(path: &Path, count: usize) -> String {
    let text = fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_for_people() {
        assert_eq!(took(Duration::from_millis(430)), "0.4 s");
        assert_eq!(took(Duration::from_secs(12)), "12 s");
        assert_eq!(took(Duration::from_secs(298)), "4 min 58 s");
    }

    #[test]
    fn a_failing_program_is_told_in_one_sentence() {
        assert_eq!(run(command("false").arg("x")), Err("`false x` ended with exit status: 1.".to_owned()));
        assert!(run(&mut command("no-such-program")).unwrap_err().contains("could not be started"));
    }
}
