//! Which parts a task needs, and installing those that are missing.
//!
//! A part is a name, a check that costs a moment, and a way to make the check true. Parts that only wait for the network
//! (npm, apt) run beside those that keep the processor busy (the tools that are built from source).

pub mod bench;
pub mod browser;
pub mod frictionless;
mod hosts;
mod tools;
pub mod wasm;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use crate::sh::{self, Outcome};

/// What a task is about to do. Each includes the ones before it; the last two stand beside each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Look at the code: format, lint, test natively.
    Check,
    /// Build the site.
    Build,
    /// Open the site in Chromium.
    Chromium,
    /// Open the site in every browser that can be had.
    Browser,
    /// Measure the site beside other pages.
    Bench,
}

impl Need {
    /// Whether what asks for `part` is needed too.
    fn includes(self, part: Self) -> bool {
        part == self || part < self && part <= Self::Chromium
    }
}

/// One thing that must be there.
pub struct Part {
    name: String,
    need: Need,
    /// Whether the task can do without it, with a loud word.
    optional: bool,
    /// What is about to happen, for the person who waits.
    doing: &'static str,
    present: fn() -> bool,
    install: fn() -> Outcome,
}

/// apt takes one caller at a time.
static APT: Mutex<()> = Mutex::new(());

/// Installs everything and tells of each part.
pub fn all() -> Outcome {
    ensure_told(Need::Browser, true)
}

/// Installs what `need` asks for; parts that are there already are not mentioned.
pub fn ensure(need: Need) -> Outcome {
    ensure_told(need, false)
}

fn ensure_told(need: Need, told: bool) -> Outcome {
    let start = Instant::now();
    let bindgen = crate::versions::wasm_bindgen()?;
    let busy = wasm::parts().into_iter().chain(tools::built(&bindgen)).chain(browser::built()).collect();
    let waiting = tools::fetched().into_iter().chain(browser::parts()).chain(hosts::parts()).chain(bench::parts());
    let waiting = waiting.chain(frictionless::parts()).collect();
    let (installed, lacking) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = |parts: Vec<Part>| -> Outcome {
        for part in parts.into_iter().filter(|part| need.includes(part.need)) {
            match part.ensure(told) {
                Ok(true) => _ = installed.fetch_add(1, Ordering::Relaxed),
                Ok(false) => {}
                Err(sentence) if part.optional => {
                    println!("setup  WARNING: {sentence}");
                    lacking.fetch_add(1, Ordering::Relaxed);
                }
                Err(sentence) => return Err(sentence),
            }
        }
        Ok(())
    };
    let (first, second) = std::thread::scope(|scope| {
        let beside = scope.spawn(|| work(waiting));
        let first = work(busy);
        (first, beside.join().unwrap_or_else(|_| Err("The second half of the set-up panicked.".to_owned())))
    });
    first.and(second)?;
    if told || installed.load(Ordering::Relaxed) > 0 {
        let all = if lacking.load(Ordering::Relaxed) == 0 { "everything" } else { "everything that must be" };
        println!("setup  {all} is there ({})", sh::took(start.elapsed()));
    }
    Ok(())
}

impl Part {
    /// Whether it had to be installed.
    fn ensure(&self, told: bool) -> Outcome<bool> {
        if (self.present)() {
            if told {
                println!("setup  {}: already there", self.name);
            }
            return Ok(false);
        }
        println!("setup  {}: {} …", self.name, self.doing);
        let start = Instant::now();
        (self.install)().map_err(|sentence| format!("{} is not there: {sentence}", self.name))?;
        if !(self.present)() {
            return Err(format!(
                "{} was installed and still cannot be found: is another one first on the PATH?",
                self.name
            ));
        }
        println!("setup  {}: done in {}", self.name, sh::took(start.elapsed()));
        Ok(true)
    }
}

/// Installs Debian packages.
fn apt(packages: &[&str]) -> Outcome {
    let by_hand = format!("install the packages {} by hand (or what they are called here)", packages.join(" "));
    if sh::find("apt-get").is_none() {
        return Err(format!("this machine has no apt-get; {by_hand}."));
    }
    let _one_at_a_time = APT.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let call = |name: &str, args: &[&str]| -> Outcome {
        let mut apt = apt_as_root().map_err(|sentence| format!("{sentence}; {by_hand}."))?;
        sh::quiet(name, apt.args(args))
    };
    call("apt update", &["update"])?;
    call("apt install", &[&["install", "--yes", "--no-install-recommends"], packages].concat())
}

/// Fetches a Debian package into a folder without installing it.
fn apt_download(package: &str, folder: &std::path::Path) -> Outcome {
    let _one_at_a_time = APT.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let mut download = sh::command("apt-get");
    let name = format!("apt download {package}");
    sh::quiet(&name, download.args(["download", package]).current_dir(folder)).or_else(|_| {
        // What apt knows of may be gone from the archive. Without the right to ask anew, what it knows must do.
        sh::quiet("apt update", apt_as_root()?.arg("update"))?;
        sh::quiet(&name, &mut download)
    })
}

fn apt_as_root() -> Outcome<std::process::Command> {
    let mut apt = sh::as_root("env")?;
    apt.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    Ok(apt)
}

/// npm in a folder, with what no task wants switched off.
fn npm(name: &str, folder: &std::path::Path, args: &[&str]) -> Outcome {
    if sh::find("npm").is_none() {
        return Err("npm cannot be found; install Node.js 20 or newer.".to_owned());
    }
    let mut npm = sh::command("npm");
    npm.args(args).args(["--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(folder);
    sh::quiet(name, &mut npm)
}

#[cfg(test)]
mod tests {
    use super::Need;

    #[test]
    fn the_tests_need_no_pages_of_others_and_the_bench_no_other_browsers() {
        assert!(Need::Browser.includes(Need::Chromium) && Need::Browser.includes(Need::Check));
        assert!(Need::Bench.includes(Need::Chromium) && Need::Bench.includes(Need::Build));
        assert!(!Need::Browser.includes(Need::Bench) && !Need::Bench.includes(Need::Browser));
        assert!(!Need::Build.includes(Need::Chromium) && Need::Build.includes(Need::Build));
    }
}
